/** Documents that a stack has read and written, as its Firestore counts them. */
import { z } from 'zod';
import type { Stack } from '../../scripts/local-stack/stack.ts';

const usageSchema = z.object({
  reads: z.record(z.string(), z.number()),
  writes: z.record(z.string(), z.number()),
});

/** By the id of their collection, since the last reset. */
export type Usage = z.infer<typeof usageSchema>;

const addressOf = ({ project, ports }: Stack) =>
  `http://127.0.0.1:${ports.firestore}/emulator/v1/projects/${project}/databases/${encodeURIComponent('(default)')}/usage`;

export async function usageOf(stack: Stack): Promise<Usage> {
  return usageSchema.parse(await (await fetch(addressOf(stack))).json());
}

/** Counts from zero. */
export async function resetUsage(stack: Stack): Promise<void> {
  await fetch(addressOf(stack), { method: 'DELETE' });
}

/** The sum over all collections. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** "images 411, jobs 24": the largest first. */
export function describeCounts(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return sorted.map(([collection, count]) => `${collection} ${count}`).join(', ');
}
