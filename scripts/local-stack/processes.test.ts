import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { descendantsOf, killAll } from './processes.ts';

const IDLE = 'setInterval(() => {}, 1e6)';
const PARENT = `
  const options = { detached: true, stdio: 'inherit' };
  require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(IDLE)}], options);
  ${IDLE}`;

describe('the processes of a stack', () => {
  it('are found also in groups of their own, and ended', async () => {
    const child = spawn(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'pipe', 'ignore'] });
    await vi.waitFor(() => expect(descendantsOf(child.pid ?? 0)).toHaveLength(1));
    // Both hold the pipe: it closes when the last of them has ended.
    const closed = once(child, 'close');
    killAll([child.pid ?? 0, ...descendantsOf(child.pid ?? 0)]);
    expect(await closed).toEqual([null, 'SIGKILL']);
  });
});
