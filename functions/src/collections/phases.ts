/** The six phases of "Process Documents": each makes its hand-over, the last one saves the products. */
import type { Category } from '@docket/model/category';
import type { Results } from '@docket/model/collection';
import { DocketError } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { ExtractedProduct, Product, ProductImage } from '@docket/model/product';
import type { Firestore } from 'firebase-admin/firestore';
import type { PhaseContext, PhaseHandler, ResultWrite } from '../engine/pipeline-module.ts';
import { HandOver } from './hand-over.ts';
import type { Bucket } from './remove.ts';
import { type RunDocument, RunFiles } from './run-files.ts';
import { matchImages } from './understanding/match-images.ts';

/** What a phase works on. */
interface Desk {
  db: Firestore;
  files: RunFiles;
  run: HandOver;
  context: PhaseContext;
}

type Phase = (desk: Desk) => Promise<Record<string, unknown>>;

function phase(work: Phase) {
  return (db: Firestore, bucket: Bucket): PhaseHandler =>
    async (context) => {
      const files = new RunFiles(db, bucket, context);
      return await work({ db, files, run: new HandOver(files, context), context });
    };
}

/** 1. Every document is recognised by its content, so that a wrong file is found at once; linesheets give pictures. */
export const extractImagesPhase = phase(async ({ run }) => {
  await run.linesheets();
  for (const document of await run.documents()) {
    if (document.kind === 'linesheet') await run.images(document);
    else await run.source(document);
  }
  return {};
});

/** 2. Text with positions, of all documents: a purchase order that cannot be read is found here, not days later. */
export const extractTextPhase = phase(async ({ run }) => {
  for (const document of await run.documents()) await run.content(document);
  return {};
});

/** 3. Which pictures show products. */
export const filterImagesPhase = phase(async ({ run, context }) => {
  const linesheets = await run.linesheets();
  for (const [index, document] of linesheets.entries()) {
    await run.filtered(document);
    context.report(index + 1, linesheets.length, 'Linesheet');
  }
  return {};
});

/** 4. The categories. They are published at once: they open the next tabs while the run goes on. */
export const generateCategoriesPhase = phase(async ({ run }) => ({ categories: await run.categories() }));

/** 5. The products. Throws `products_missing` when none is found in any linesheet. */
export const extractProductsPhase = phase(async ({ run }) => {
  const linesheets = await run.linesheets();
  let count = 0;
  for (const document of linesheets) count += (await run.products(document)).length;
  if (count === 0) throw new DocketError('products_missing', singleFile(linesheets));
  return {};
});

/** 6. Pictures for products. Saves them all and publishes the results. */
export const matchImagesPhase = phase(async ({ db, files, run, context }) => {
  const saved: Product[] = [];
  const linesheets = await run.linesheets();
  for (const [index, document] of linesheets.entries()) {
    const products = await matched(files, run, context, document);
    await context.save(productWrites(db, context, document, products));
    saved.push(...products);
    context.report(index + 1, linesheets.length, 'Linesheet');
  }
  return { categories: counted(await run.categories(), saved), results: resultsOf(context, saved) };
});

async function matched(
  files: RunFiles,
  run: HandOver,
  context: PhaseContext,
  document: RunDocument,
): Promise<Product[]> {
  const products = (await run.products(document)).slice(0, LIMITS.productsPerRun);
  const images = await run.filtered(document);
  const sizes = new Map(
    images.map((image) => [image.image_id, { width: image.width, height: image.height }]),
  );
  const matches = matchImages(products, images);
  return products.map((product, position) => {
    const match = matches[position] ?? null;
    const size = match === null ? undefined : sizes.get(match.image_id);
    const image: ProductImage | null =
      match === null || size === undefined
        ? null
        : { ...match, ...size, ...files.picturePaths(document.id, match.image_id), token: context.token };
    return { ...product, job_id: context.jobId, position, image };
  });
}

/** One document a product, under an id that says which run and which place: running twice writes the same. */
function productWrites(
  db: Firestore,
  context: PhaseContext,
  document: RunDocument,
  products: readonly Product[],
): ResultWrite[] {
  const { workspaceId, job } = context;
  return products.map((data) => {
    const id = `${job.run}-${String(data.position).padStart(5, '0')}`;
    return { ref: db.doc(paths.product(workspaceId, job.subject.id, document.id, id)), data };
  });
}

/** The categories with the number of products that were really found in each. */
function counted(categories: readonly Category[], products: readonly ExtractedProduct[]): Category[] {
  return categories.map((category) => ({
    ...category,
    product_count: products.filter((product) => product.category === category.name).length,
  }));
}

function resultsOf(context: PhaseContext, products: readonly Product[]): Results {
  const images = products.flatMap((product) => (product.image === null ? [] : [product.image.image_id]));
  const currencies = new Set(products.flatMap((product) => product.currency ?? []));
  return {
    job_id: context.jobId,
    product_count: products.length,
    image_count: new Set(images).size,
    matched_count: images.length,
    currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
  };
}

function singleFile(documents: readonly RunDocument[]): { file?: string } {
  const [only, ...others] = documents;
  return only === undefined || others.length > 0 ? {} : { file: only.file_name };
}
