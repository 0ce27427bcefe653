/**
 * How WebChannel (protocol version 8) writes on HTTP: chunks prefixed with their length downwards, form fields upwards.
 *
 * @see https://github.com/google/closure-library/tree/master/closure/goog/labs/net/webchannel
 */
import { z } from 'zod';
import { invalidArgument } from '../status.ts';

/** What stands at one array id of the back channel. */
export type Payload = readonly unknown[];

/** The most messages that a client puts into one POST. */
const mostMessages = 1_000;

const formSchema = z.object({
  count: z.coerce.number().int().min(0).max(mostMessages).default(0),
  ofs: z.coerce.number().int().nonnegative().default(0),
  headers: z.string().optional(),
});

/** The content of a POST. */
export interface ForwardMessages {
  /** The index, in the life of the stream, of the first message. */
  readonly offset: number;
  readonly messages: readonly unknown[];
  /** `Name:value` lines that a browser could not send as headers; only in the handshake. */
  readonly headers: string | undefined;
}

const texts = new WeakMap<object, string>();

/** A payload as JSON text. What goes to many clients is one object, and is put into words once. */
export function payloadText(payload: Payload): string {
  return `[${payload.map(textOf).join()}]`;
}

function textOf(message: unknown): string {
  if (typeof message !== 'object' || message === null) {
    return JSON.stringify(message);
  }
  const text = texts.get(message) ?? JSON.stringify(message);
  texts.set(message, text);
  return text;
}

/** A chunk as the client reads it. The length counts UTF-16 code units, for the client slices decoded text. */
export function frame(content: unknown): string {
  return frameText(JSON.stringify(content));
}

/** Like {@link frame}, for what is JSON text already. */
export function frameText(text: string): string {
  return `${text.length}\n${text}`;
}

/** Reads the number of the last message a client has. Throws INVALID_ARGUMENT when it is no number. */
export function readArrayId(text: string | null): number {
  const id = text === null ? -1 : Number(text);
  if (!Number.isSafeInteger(id) || text === '') {
    throw invalidArgument('Invalid AID.');
  }
  return id;
}

/** Reads the form a client posts. Throws INVALID_ARGUMENT when it is damaged. */
export function readForm(body: string): ForwardMessages {
  const form = new URLSearchParams(body);
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    throw invalidArgument('Invalid WebChannel form.');
  }
  const { count, ofs, headers } = parsed.data;
  const messages = Array.from({ length: count }, (_, index) => readMessage(form.get(`req${index}___data__`)));
  return { offset: ofs, messages, headers };
}

function readMessage(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw invalidArgument('Invalid JSON in a WebChannel message.');
  }
}

/** The value of one of the headers that travel inside the handshake. */
export function tunnelledHeader(lines: string | undefined, name: string): string | undefined {
  for (const line of lines?.split('\r\n') ?? []) {
    const colon = line.indexOf(':');
    if (line.slice(0, colon).trim().toLowerCase() === name) {
      return line.slice(colon + 1).trim();
    }
  }
  return undefined;
}
