/** Resume tokens: opaque to clients, to the server a moment in one line of versions. */
import type { Micros } from '../values/timestamp.ts';

const pattern = /^([0-9a-f-]+)@(\d{1,16})$/;

/** The token (base64) for everything up to the commit at `time` in the database's epoch. */
export function encodeResumeToken(epoch: string, time: Micros): string {
  return Buffer.from(`${epoch}@${time}`).toString('base64');
}

/** The moment a token stands for, or undefined when it is from another epoch or none of ours. */
export function decodeResumeToken(token: string, epoch: string): Micros | undefined {
  const [, tokenEpoch, time] = pattern.exec(Buffer.from(token, 'base64').toString('latin1')) ?? [];
  return tokenEpoch === epoch ? Number(time) : undefined;
}
