/**
 * What the phases of one run hand to each other. Everything is made once and kept with the run's files; where a
 * hand-over has gone missing (it was removed by age, or the disk that held it was lost), it is made again from the
 * original, so that a retry never depends on more than the uploaded files.
 */
import { type Category, categorySchema } from '@docket/model/category';
import { DocketError } from '@docket/model/errors';
import { type ExtractedProduct, extractedProductSchema } from '@docket/model/product';
import { z } from 'zod';
import type { PhaseContext } from '../engine/pipeline-module.ts';
import {
  type DocumentContent,
  documentContentSchema,
  type ExtractedImage,
  extractedImageSchema,
  type FilteredImage,
  filteredImageSchema,
} from './content.ts';
import { extractImages } from './reading/extract-images.ts';
import { extractText } from './reading/extract-text.ts';
import { filterImages } from './reading/filter-images.ts';
import type { SourceFile } from './reading/source-file.ts';
import type { RunDocument, RunFiles } from './run-files.ts';
import { extractProducts } from './understanding/extract-products.ts';
import { type CategorySource, generateCategories } from './understanding/generate-categories.ts';

export class HandOver {
  readonly #files: RunFiles;
  readonly #context: PhaseContext;
  #documents: Promise<RunDocument[]> | undefined;

  constructor(files: RunFiles, context: PhaseContext) {
    this.#files = files;
    this.#context = context;
  }

  /** All documents of the run. */
  async documents(): Promise<RunDocument[]> {
    this.#documents ??= this.#files.documents();
    return await this.#documents;
  }

  /** The linesheets of the run. Throws `linesheet_missing` when there is none. */
  async linesheets(): Promise<RunDocument[]> {
    const linesheets = (await this.documents()).filter((document) => document.kind === 'linesheet');
    if (linesheets.length === 0) throw new DocketError('linesheet_missing');
    return linesheets;
  }

  /** The original of a document, recognised by its content. Throws the `file_…` error that fits. */
  async source(document: RunDocument): Promise<SourceFile> {
    return await this.#files.source(document);
  }

  /** The pictures of a linesheet; their files are stored. */
  async images(document: RunDocument): Promise<ExtractedImage[]> {
    return await this.#stored(document, 'images', z.array(extractedImageSchema), async () =>
      extractImages(await this.source(document), await this.#readOptions(document), async (picture) =>
        this.#files.putPicture(document.id, picture),
      ),
    );
  }

  /** The text of a document with positions. */
  async content(document: RunDocument): Promise<DocumentContent> {
    return await this.#stored(document, 'content', documentContentSchema, async () =>
      extractText(await this.source(document), await this.#readOptions(document)),
    );
  }

  /** The pictures of a linesheet with the judgement whether they show products. */
  async filtered(document: RunDocument): Promise<FilteredImage[]> {
    return await this.#stored(document, 'filtered', z.array(filteredImageSchema), async () =>
      filterImages(await this.images(document), await this.content(document)),
    );
  }

  /** The categories over all linesheets. */
  async categories(): Promise<Category[]> {
    const linesheets = await this.linesheets();
    const [first] = linesheets;
    if (first === undefined) return [];
    return await this.#stored(first, 'categories', z.array(categorySchema), async () => {
      const contents: CategorySource[] = [];
      for (const document of linesheets) {
        const [content, images] = [await this.content(document), await this.filtered(document)];
        contents.push({ document_id: document.id, content, images });
      }
      return await generateCategories(contents, { signal: this.#context.signal, ...this.#hint() });
    });
  }

  /** The products of a linesheet, without pictures. */
  async products(document: RunDocument): Promise<ExtractedProduct[]> {
    return await this.#stored(document, 'products', z.array(extractedProductSchema), async () =>
      extractProducts(await this.content(document), await this.categories(), {
        ...(await this.#readOptions(document)),
        ...this.#hint(),
        images: await this.filtered(document),
      }),
    );
  }

  /** What the person has said about the categories they want. */
  #hint(): { hint?: string } {
    const { hint } = this.#context.job.input;
    return hint === undefined ? {} : { hint };
  }

  async #readOptions(document: RunDocument) {
    const documents = await this.documents();
    const part = { index: documents.indexOf(document), count: documents.length };
    return {
      signal: this.#context.signal,
      onProgress: (done: number, of: number, unit: string) => this.#context.report(done, of, unit, part),
    };
  }

  async #stored<T>(
    document: RunDocument,
    name: string,
    schema: z.ZodType<T>,
    make: () => Promise<T>,
  ): Promise<T> {
    const kept = await this.#files.work(document.id, name, schema);
    if (kept !== null) return kept;
    const made = await make();
    this.#context.signal.throwIfAborted();
    await this.#files.putWork(document.id, name, made);
    return made;
  }
}
