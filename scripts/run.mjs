/**
 * Runs one of the project's commands on a fresh clone as well as on a used one: installs what the lockfile asks for if
 * it is not installed, then hands over to Node 24, which comes with the packages. Plain JavaScript for Node 20 and later.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const bin = path.join(root, 'node_modules', '.bin');
const [command, ...args] = process.argv.slice(2);

const lockHash = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');
const stamp = path.join(root, 'node_modules', '.docket-installed');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash) {
  process.stderr.write('Installing packages (once)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lockfile without the binaries of platforms that the registry at hand does not carry.
  // This installs the locked versions as well, adds what this platform needs, and leaves the lockfile alone.
  const install = spawnSync(npm, ['install', '--no-save', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    process.stderr.write('The packages could not be installed. Is the npm registry reachable?\n');
    process.exit(1);
  }
  writeFileSync(stamp, lockHash);
}

const node = path.join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
const child = spawn(
  existsSync(node) ? node : process.execPath,
  [path.join(root, 'scripts', `${command}.ts`), ...args],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, NODE_NO_WARNINGS: '1' },
  },
);
// The child gets Ctrl-C from the terminal itself and ends in its own time; we only pass on what is sent to us alone.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
