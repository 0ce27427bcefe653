/**
 * What the steps of "Generate Items" hand to each other. Everything is made once and kept with the run's files; what has
 * gone missing is made again from the originals.
 */
import { collectionSchema } from '@docket/model/collection';
import { documentKindSchema } from '@docket/model/document';
import { DocketError } from '@docket/model/errors';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { CollectionRunFiles } from '../collection-run-files.ts';
import { type DocumentContent, documentContentSchema } from '../content.ts';
import { extractLines } from '../ordering/extract-lines.ts';
import { identifyColumns } from '../ordering/identify-columns.ts';
import { extractText } from '../reading/extract-text.ts';
import type { SourceFile } from '../reading/source-file.ts';
import type { Bucket } from '../remove.ts';
import { type RunDocument, RunFiles } from '../run-files.ts';
import { type BuiltItem, buildItems, builtItemSchema } from './build-items.ts';
import { earlierContent } from './earlier-content.ts';
import { type LinesheetProduct, linesheetProductSchema } from './linesheet-product.ts';
import { matchProducts } from './match-products.ts';
import { stylesOf } from './order-styles.ts';
import {
  allLines,
  type Enrichment,
  enrichmentSchema,
  type OrderLines,
  orderLinesSchema,
  type OrderTables,
  orderTablesSchema,
  sizeColumns,
} from './order-work.ts';
import { rememberedMappings } from './remembered-mappings.ts';

/** The hand-overs of one run. Errors are thrown as `DocketError`s that say what to do. */
export class OrderHandOver {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #originals: RunFiles;
  readonly #files: CollectionRunFiles;
  #orders: Promise<RunDocument[]> | undefined;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#originals = new RunFiles(db, bucket, context);
    this.#files = new CollectionRunFiles(bucket, context);
  }

  /** The purchase orders of the run. Throws `order_missing` when there is none. */
  async orders(): Promise<RunDocument[]> {
    this.#orders ??= this.#findOrders();
    return await this.#orders;
  }

  /** The original of an order, recognised by its content. Throws the `file_…` error that fits. */
  async source(order: RunDocument): Promise<SourceFile> {
    return await this.#originals.source(order);
  }

  /** The job that has made the collection's products. Throws `products_missing` when there are none yet. */
  async productsJob(): Promise<string> {
    const { workspaceId, job } = this.#context;
    const snapshot = await this.#db.doc(paths.collection(workspaceId, job.subject.id)).get();
    const { results } = collectionSchema.pick({ results: true }).parse(snapshot.data());
    if (results === null) throw new DocketError('products_missing');
    return results.job_id;
  }

  /** The text of an order with positions: as an earlier run has read it, when this one begins behind that step. */
  async content(order: RunDocument): Promise<DocumentContent> {
    return await this.#stored(`content/${order.id}`, documentContentSchema, async () => {
      const kept = await earlierContent(this.#bucket, this.#context, order.id);
      return kept ?? (await extractText(await this.source(order), await this.#readOptions(order)));
    });
  }

  /**
   * Identifies the columns of all orders, anew every time: a person may have corrected them since. The caller keeps the
   * result with `keepTables` once it is saved.
   */
  async identify(): Promise<OrderTables[]> {
    const identified: OrderTables[] = [];
    for (const order of await this.orders()) {
      const content = await this.content(order);
      const unaided = await identifyColumns(content, new Map());
      const remembered = await rememberedMappings(this.#db, this.#context.workspaceId, unaided);
      const tables = remembered.size === 0 ? unaided : await identifyColumns(content, remembered);
      identified.push({ document_id: order.id, tables });
      this.#context.report(identified.length, this.#context.job.input.document_ids.length, 'Order');
      this.#context.signal.throwIfAborted();
    }
    return identified;
  }

  async keepTables(tables: readonly OrderTables[]): Promise<void> {
    await this.#files.putWork('tables', tables);
  }

  /** The tables of all orders as step 3 has identified them. */
  async tables(): Promise<OrderTables[]> {
    return await this.#stored('tables', z.array(orderTablesSchema), async () => await this.identify());
  }

  /** The lines of all orders. */
  async lines(): Promise<OrderLines[]> {
    return await this.#stored('lines', z.array(orderLinesSchema), async () => {
      const read: OrderLines[] = [];
      const orders = await this.orders();
      for (const { document_id, tables } of await this.tables()) {
        const order = orders.find(({ id }) => id === document_id);
        if (order === undefined) continue;
        read.push({ document_id, ...(await extractLines(await this.content(order), tables)) });
        this.#context.report(read.length, orders.length, 'Order');
        this.#context.signal.throwIfAborted();
      }
      return read;
    });
  }

  /** What the order's styles are in the linesheet. Throws `products_missing` when the products have gone. */
  async enrichment(): Promise<Enrichment> {
    return await this.#stored('enrichment', enrichmentSchema, async () => {
      const jobId = await this.productsJob();
      const products = await this.#products(jobId);
      if (products.length === 0) throw new DocketError('products_missing');
      const { styles } = stylesOf(allLines(await this.lines()));
      const matches = matchProducts(styles, products);
      const used = [...new Set(matches.flatMap((match) => match?.product ?? []))];
      const place = new Map(used.map((product, index) => [product, index]));
      return {
        products_job_id: jobId,
        products: used.flatMap((index) => products[index] ?? []),
        matches: matches.map((match) =>
          match === null ? null : { ...match, product: place.get(match.product) ?? 0 },
        ),
      };
    });
  }

  /** The items, with the pictures of their products. */
  async items(): Promise<BuiltItem[]> {
    return await this.#stored('items', z.array(builtItemSchema), async () => {
      const read = await this.lines();
      const { products, matches } = await this.enrichment();
      const { styleOf } = stylesOf(allLines(read));
      const lines = allLines(read).map((line, index) => ({
        ...line,
        match: matches[styleOf[index] ?? -1] ?? null,
      }));
      return buildItems(lines, products, sizeColumns(read));
    });
  }

  async #findOrders(): Promise<RunDocument[]> {
    const isEmpty = this.#context.job.input.document_ids.length === 0;
    const documents = isEmpty ? [] : await this.#originals.documents();
    const orders = documents.filter(({ kind }) => kind === documentKindSchema.enum.purchase_order);
    if (orders.length === 0) throw new DocketError('order_missing');
    return orders;
  }

  async #products(jobId: string): Promise<LinesheetProduct[]> {
    const { workspaceId, job } = this.#context;
    const documents = this.#db.collection(paths.documents(workspaceId, job.subject.id));
    const linesheets = await documents.where('kind', '==', documentKindSchema.enum.linesheet).select().get();
    const found = await Promise.all(
      linesheets.docs.map(async (linesheet) => {
        const products = this.#db.collection(paths.products(workspaceId, job.subject.id, linesheet.id));
        const { docs } = await products.where('job_id', '==', jobId).orderBy('position').get();
        return docs.map((snapshot) =>
          linesheetProductSchema.parse({
            ...snapshot.data(),
            document_id: linesheet.id,
            product_id: snapshot.id,
          }),
        );
      }),
    );
    return found.flat();
  }

  async #readOptions(order: RunDocument) {
    const orders = await this.orders();
    const part = { index: orders.findIndex(({ id }) => id === order.id), count: orders.length };
    return {
      signal: this.#context.signal,
      onProgress: (done: number, of: number, unit: string) => this.#context.report(done, of, unit, part),
    };
  }

  async #stored<T>(name: string, schema: z.ZodType<T>, make: () => Promise<T>): Promise<T> {
    return await this.#files.stored(name, schema, this.#context.signal, make);
  }
}
