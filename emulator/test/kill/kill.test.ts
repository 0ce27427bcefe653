import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spawnEmulator } from './emulator-process.ts';
import { runKillTest } from './kill-test.ts';

describe('an emulator that is killed under load', () => {
  it('has everything it acknowledged when it starts again, nothing in part, and its listeners resume', async () => {
    const report = await runKillTest({ kills: 4, longestLoad: 600, random: Math.random });
    expect(report).toMatchObject({ kills: 4, killsWhileStarting: 1 });
    const { losses, halves, timeSlips, disagreements } = report;
    expect({ losses, halves, timeSlips, disagreements }).toEqual({
      losses: [],
      halves: [],
      timeSlips: [],
      disagreements: [],
    });
    expect(report.acknowledged).toBeGreaterThan(0);
  }, 60_000);
});

describe('a second emulator on the same data', () => {
  it('does not start, and says why', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'docket-second-'));
    const first = spawnEmulator(directory);
    await first.listening;
    const second = spawnEmulator(directory);
    await expect(second.listening).rejects.toThrow(`${directory} is in use by another emulator`);
    await Promise.all([first.kill(), second.kill()]);
    rmSync(directory, { recursive: true });
  });
});
