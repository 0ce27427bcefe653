/** Who was started by whom: the Firebase CLI puts its emulators into process groups of their own. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Pairs of process and parent. Empty where neither /proc nor ps is to be had. */
function processTable(): [pid: number, parent: number][] {
  try {
    if (process.platform === 'linux') {
      return readdirSync('/proc').flatMap((name): [number, number][] => {
        const parent = /^\d+$/u.test(name) ? parentOf(name) : null;
        return parent === null ? [] : [[Number(name), parent]];
      });
    }
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line): [number, number] => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/u).map(Number);
      return [pid, parent];
    });
  } catch {
    return [];
  }
}

/** The parent's id stands after the command's name, which is in brackets and may hold anything (proc(5)). */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** Everything that `pid` has started, and what that has started. */
export function descendantsOf(pid: number): number[] {
  const table = processTable();
  const found = [pid];
  for (const ancestor of found)
    found.push(...table.filter(([, parent]) => parent === ancestor).map(([child]) => child));
  return found.slice(1);
}

/** Ends the processes at once; those that have ended already do not matter. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone.
    }
  }
}
