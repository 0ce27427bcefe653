/**
 * Google Cloud Vision: what a picture shows, says, and is coloured like. One request a picture, by REST: there is no
 * stream that would need gRPC.
 */
import type { ImageAnnotatorClient } from '@google-cloud/vision';
import { type Annotations, answerSchema } from './annotations.ts';
import { callError, lateError, pictureError, setUpError, shapeError } from './vision-errors.ts';

/** Where the service is, and who calls; by default the service itself, as the account that the functions run as. */
export type VisionClientOptions = NonNullable<ConstructorParameters<typeof ImageAnnotatorClient>[0]>;

export interface VisionOptions {
  client?: VisionClientOptions;
  /** For one picture, in milliseconds. */
  timeoutMs?: number;
}

/** A picture on its way to the service. */
export interface VisionPicture {
  /** As people call it, for errors. */
  file: string;
  /** A JPEG file. Requests may have 10 MB, in which the picture takes a third more than as a file. */
  jpeg: Uint8Array;
}

/** For one picture, in milliseconds: most take one second. Breakers count on less than 45 s. */
const TIMEOUT_MS = 20_000;

/**
 * All that is asked. TEXT_DETECTION is for a few words somewhere on a photo, DOCUMENT_TEXT_DETECTION for pages; both give
 * words with their places. It tells how sure it is only if asked to. Languages are not named: Latin script needs no hint,
 * and a wrong one does harm.
 */
const REQUEST = {
  features: [
    { type: 'LABEL_DETECTION', maxResults: 15 },
    { type: 'TEXT_DETECTION' },
    { type: 'IMAGE_PROPERTIES' },
    { type: 'OBJECT_LOCALIZATION', maxResults: 15 },
    { type: 'SAFE_SEARCH_DETECTION' },
  ],
  imageContext: { textDetectionParams: { enableTextDetectionConfidenceScore: true } },
} as const;

export class Vision {
  readonly #options: VisionClientOptions;
  readonly #timeoutMs: number;
  #client: Promise<ImageAnnotatorClient> | undefined;

  constructor({ client = {}, timeoutMs = TIMEOUT_MS }: VisionOptions = {}) {
    this.#options = client;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Says what is on a picture. Throws `service_unavailable` for what may pass, `service_refused` for what will not,
   * `file_corrupt` for a picture that the service cannot read, and the reason of `signal` as soon as that is aborted.
   * Nothing is tried again here: who calls knows how often, and how many others wait.
   */
  async annotate({ file, jpeg }: VisionPicture, signal: AbortSignal): Promise<Annotations> {
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const ending = AbortSignal.any([signal, timeout]);
    const ended = Promise.withResolvers<never>();
    const end = () => ended.reject(ending.reason);
    ending.addEventListener('abort', end, { once: true });
    try {
      const answer = answerSchema.safeParse(await Promise.race([this.#ask(jpeg, ending), ended.promise]));
      if (!answer.success) throw shapeError(answer.error);
      if (isError(answer.data.error)) throw pictureError(answer.data.error, file);
      return answer.data;
    } catch (error) {
      signal.throwIfAborted();
      throw timeout.aborted ? lateError(this.#timeoutMs) : error;
    } finally {
      ending.removeEventListener('abort', end);
    }
  }

  /** Lets go of the client, if there is one. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.close();
  }

  async #ask(jpeg: Uint8Array, signal: AbortSignal): Promise<unknown> {
    const client = await this.#ready();
    const request = { ...REQUEST, features: [...REQUEST.features], image: { content: Buffer.from(jpeg) } };
    try {
      const [answer] = await client.batchAnnotateImages(
        { requests: [request] },
        { timeout: this.#timeoutMs, retry: null, signal },
      );
      return answer;
    } catch (error) {
      throw callError(error);
    }
  }

  /** A failure is not kept: credentials may be there the next time. */
  async #ready(): Promise<ImageAnnotatorClient> {
    this.#client ??= openClient(this.#options);
    const opening = this.#client;
    try {
      return await opening;
    } catch (error) {
      if (this.#client === opening) this.#client = undefined;
      throw setUpError(error);
    }
  }
}

/**
 * The client library, loaded now: half a second and 50 MB that only those who ask pay for. Set up before anything is asked:
 * a call that finds out that there are no credentials would end the process.
 */
async function openClient(options: VisionClientOptions): Promise<ImageAnnotatorClient> {
  const { ImageAnnotatorClient: Client } = await import('@google-cloud/vision');
  const client = new Client({ ...options, fallback: true });
  await client.initialize();
  return client;
}

function isError(error: Annotations['error']): error is NonNullable<Annotations['error']> {
  return error !== null && error !== undefined && error.code !== 0;
}
