import { describe, expect, it } from 'vitest';
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
  });
});
