/** Whether the embedded Firestore loses anything when it is killed under load, again and again. */
import { runKillTest } from '../../emulator/test/kill/kill-test.ts';
import type { Measure } from './measure.ts';

const KILLS = 50;
const LONGEST_LOAD_MS = 1_000;

export async function measureKills(): Promise<Measure> {
  const report = await runKillTest({ kills: KILLS, longestLoad: LONGEST_LOAD_MS, random: Math.random });
  const { kills, acknowledged, documents, losses, halves, timeSlips, disagreements } = report;
  for (const found of [...losses, ...halves, ...timeSlips, ...disagreements]) console.error(found);
  return {
    what: `embedded Firestore: killed under load and started again (${acknowledged} writes acknowledged, ${documents} documents)`,
    figure: `${kills} kills: ${losses.length} losses, ${halves.length} halves, ${timeSlips.length} times gone back, ${disagreements.length} disagreements`,
    budget: `${KILLS} kills, nothing lost`,
    kept: kills === KILLS && losses.length + halves.length + timeSlips.length + disagreements.length === 0,
  };
}
