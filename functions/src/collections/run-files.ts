/**
 * The files of one run: originals in, pictures and hand-overs between phases out. Names depend on the run and the
 * material alone, so writing twice has one effect and removing a run is removing a prefix.
 */
import { DocketError } from '@docket/model/errors';
import { LIMITS, formatBytes } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { type CollectionDocument, documentSchema } from '@docket/model/document';
import type { Firestore } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { RunInfo } from '../engine/pipeline-module.ts';
import { handOverJson, isNotFound, readJson } from './bucket-objects.ts';
import { recogniseFile } from './reading/recognise-file.ts';
import type { PictureFiles, SourceFile } from './reading/source-file.ts';
import type { Bucket } from './remove.ts';

/** A document of the run with its id. */
export interface RunDocument extends CollectionDocument {
  id: string;
}

/** Pictures never change under their name. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

export class RunFiles {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #run: RunInfo;

  constructor(db: Firestore, bucket: Bucket, run: RunInfo) {
    this.#db = db;
    this.#bucket = bucket;
    this.#run = run;
  }

  get #collection(): string {
    return this.#run.job.subject.id;
  }

  /** The documents that the run was started with. Throws `file_missing` when one has been removed since. */
  async documents(): Promise<RunDocument[]> {
    const refs = this.#run.job.input.document_ids.map((id) =>
      this.#db.doc(paths.document(this.#run.workspaceId, this.#collection, id)),
    );
    const snapshots = await this.#db.getAll(...refs);
    return snapshots.map((snapshot) => {
      if (!snapshot.exists)
        throw new DocketError('file_missing', {}, `document ${snapshot.id} does not exist`);
      return { ...documentSchema.parse(snapshot.data()), id: snapshot.id };
    });
  }

  /** The uploaded file. Throws `file_missing`, `file_empty` or `file_too_large` before anything is downloaded. */
  async original(document: RunDocument): Promise<Uint8Array> {
    const file = this.#bucket.file(document.storage_path);
    try {
      const [metadata] = await file.getMetadata();
      const size = Number(metadata.size ?? 0);
      if (size === 0) throw new DocketError('file_empty', { file: document.file_name });
      if (size > LIMITS.documentBytes) {
        throw new DocketError('file_too_large', { file: document.file_name, found: formatBytes(size) });
      }
      const [bytes] = await file.download();
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      if (isNotFound(error)) {
        throw new DocketError('file_missing', { file: document.file_name }, undefined, { cause: error });
      }
      throw error;
    }
  }

  /** The uploaded file, recognised by its content. Throws the `file_…` error that fits. */
  async source(document: RunDocument): Promise<SourceFile> {
    const bytes = await this.original(document);
    const kind = await recogniseFile(bytes, { name: document.file_name, kind: document.kind });
    return { bytes, name: document.file_name, kind };
  }

  /** Stores the two files made from a picture. */
  async putPicture(documentId: string, picture: PictureFiles): Promise<void> {
    const at = this.picturePaths(documentId, picture.image_id);
    await Promise.all([
      this.#putImage(at.path, picture.full),
      this.#putImage(at.thumbnail_path, picture.thumbnail),
    ]);
  }

  /** Where the files of a picture are. */
  picturePaths(documentId: string, imageId: string) {
    const { workspaceId, jobId } = this.#run;
    return {
      path: storagePaths.image(workspaceId, this.#collection, documentId, jobId, imageId),
      thumbnail_path: storagePaths.thumbnail(workspaceId, this.#collection, documentId, jobId, imageId),
    };
  }

  /** Hands `value` over to a later phase under `name`. */
  async putWork(documentId: string, name: string, value: unknown): Promise<void> {
    await handOverJson(this.#bucket, this.#workPath(documentId, name), value);
  }

  /**
   * Takes what an earlier phase handed over; null when it is not there, or not of the expected form: another version of
   * the functions has written it then.
   */
  async work<T>(documentId: string, name: string, schema: z.ZodType<T>): Promise<T | null> {
    return await readJson(this.#bucket, this.#workPath(documentId, name), schema);
  }

  #workPath(documentId: string, name: string): string {
    return storagePaths.work(this.#run.workspaceId, this.#collection, documentId, this.#run.jobId, name);
  }

  async #putImage(path: string, bytes: Uint8Array): Promise<void> {
    await this.#bucket.file(path).save(Buffer.from(bytes), {
      resumable: false,
      contentType: 'image/webp',
      metadata: {
        cacheControl: IMMUTABLE,
        // The token by which the Web SDK's download addresses open an object; see `run_token`.
        metadata: { firebaseStorageDownloadTokens: this.#run.token },
      },
    });
  }
}
