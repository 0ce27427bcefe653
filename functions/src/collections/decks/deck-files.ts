/** The two files of a deck where people download them. */
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DeckFile } from '@docket/model/deck';
import { storagePaths } from '@docket/model/paths';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { isNotFound } from '../bucket-objects.ts';
import type { Bucket } from '../remove.ts';

export type DeckFormat = 'pptx' | 'pdf';

const TYPES: Record<DeckFormat, string> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
};

/** Longest name of a downloaded file, without its ending. */
const NAME_CHARACTERS = 100;

export class DeckFiles {
  readonly #bucket: Bucket;
  readonly #run: RunInfo;

  constructor(bucket: Bucket, run: RunInfo) {
    this.#bucket = bucket;
    this.#run = run;
  }

  /** The file of an earlier phase, or null when it is not there. */
  async stored(format: DeckFormat): Promise<DeckFile | null> {
    const path = this.#path(format);
    try {
      const [metadata] = await this.#bucket.file(path).getMetadata();
      return { path, token: this.#run.token, bytes: Number(metadata.size) };
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  /**
   * Stores what `write` writes, while it is written: a file of hundreds of pictures is never in memory as a whole.
   * `name` is what it is called when it is downloaded, without ending.
   */
  async store(format: DeckFormat, name: string, write: (out: Writable) => Promise<void>): Promise<DeckFile> {
    const path = this.#path(format);
    const target = this.#bucket.file(path).createWriteStream({
      resumable: false,
      contentType: TYPES[format],
      metadata: {
        contentDisposition: contentDisposition(`${name}.${format}`),
        // The token by which the Web SDK's download addresses open an object; see `run_token`.
        metadata: { firebaseStorageDownloadTokens: this.#run.token },
      },
    });
    const out = new PassThrough();
    const written = write(out).catch((error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    await Promise.all([pipeline(out, target), written]);
    const file = await this.stored(format);
    if (file === null) throw new Error(`The ${format} file is gone, though it was stored`);
    return file;
  }

  #path(format: DeckFormat): string {
    const { workspaceId, job, jobId } = this.#run;
    return storagePaths.deckFile(workspaceId, job.subject.id, jobId, `deck.${format}`);
  }
}

/** What a deck is called on a person's disk: title and season, without what file systems do not allow. */
export function deckFileName({ title, season }: { title: string; season: string }): string {
  const named = season.trim() === '' || title.includes(season.trim()) ? title : `${title} ${season}`;
  const allowed = Array.from(named.replaceAll(/[\p{C}\\/:*?"<>|\s]+/gu, ' '))
    .slice(0, NAME_CHARACTERS)
    .join('')
    .replace(/^[. ]+|[. ]+$/gu, '');
  return allowed === '' ? 'Deck' : allowed;
}

/** RFC 6266: the name in ASCII, and, where that is not the name, in UTF-8 as RFC 5987 encodes it. */
export function contentDisposition(fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\u0020-\u007e]/gu, '_')
    .replaceAll(/["\\]/gu, '_');
  const plain = `attachment; filename="${ascii}"`;
  if (ascii === fileName) return plain;
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${plain}; filename*=UTF-8''${encoded}`;
}
