/**
 * Runs one of the project's commands on a fresh clone as well as on a used one: installs what the lockfile asks for if
 * it is not installed, then hands over to Node 24, which comes with the packages. Plain JavaScript for Node 20 and later.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  // Not `npm ci`: it refuses a lockfile without the binaries of platforms that the registry at hand does not carry.
  // This installs the locked versions as well, adds what this platform needs, and leaves the lockfile alone.
  runNpm(['install', '--no-save', '--ignore-scripts', '--loglevel=error'], bootstrapNode());
  writeFileSync(stamp, lockHash);
}

/**
 * The Node that runs the installation: npm leaves optional packages out that say they need a newer Node than the one it
 * runs on, so with an older host the project's own Node is fetched first.
 */
function bootstrapNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const version = optionalDependencies[name];
  if (version === undefined || Number(process.versions.node.split('.')[0]) >= Number(version.split('.')[0])) {
    return process.execPath;
  }
  const folder = path.join(root, '.local', 'node');
  const binary = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    runNpm(
      ['install', '--prefix', folder, '--no-save', '--loglevel=error', `${name}@${version}`],
      process.execPath,
    );
  }
  return binary;
}

/** Runs npm on the given Node; ends the program with an explanation when it fails. */
function runNpm(npmArgs, nodeBinary) {
  const cli = process.env.npm_execpath;
  const [program, first] = cli === undefined ? ['npm', []] : [nodeBinary, [cli]];
  const result = spawnSync(program, [...first, ...npmArgs], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: cli === undefined && process.platform === 'win32',
    env: { ...process.env, PATH: `${path.dirname(nodeBinary)}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  if (result.status === 0) return;
  process.stderr.write('The packages could not be installed. Is the npm registry reachable?\n');
  process.exit(1);
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
