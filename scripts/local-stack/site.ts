/** Builds what the stack serves: the bundle of the functions, and the web app with its configuration beside it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WebConfig } from '@docket/model/web-config';
import { localDirectory, root } from './stack-file.ts';

/** What the web build is made from. */
const WEB_SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'model/src',
  'package-lock.json',
];

function runScript(workspace: string): void {
  const result = spawnSync('npm', ['run', '-s', 'build', '-w', workspace], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0)
    throw new Error(`${workspace} could not be built:\n${result.stdout}\n${result.stderr}`);
}

/** A hash over names and contents of the files below `names`, so that an unchanged app is not built again. */
async function hashOf(names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (file: string) => hash.update(file).update(await readFile(path.join(root, file)));
  for (const name of names) {
    const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true }).catch(
      () => null,
    );
    if (entries === null) {
      await add(name).catch(() => hash.update(`${name} is absent`));
      continue;
    }
    const files = entries.filter((entry) => entry.isFile());
    for (const file of files
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort()) {
      await add(file);
    }
  }
  return hash.digest('hex');
}

/**
 * Bundles the functions and copies the bundle for one stack: the emulator watches its folder, and must not see it vanish
 * when another stack is built. Returns the folder, relative to the root.
 */
export async function placeFunctions(name: string): Promise<string> {
  runScript('functions');
  const folder = path.join('.local', name, 'functions');
  await rm(path.join(root, folder), { recursive: true, force: true });
  await cp(path.join(root, 'functions/dist'), path.join(root, folder), { recursive: true });
  return folder;
}

/** Builds the web app unless its sources are those of the last build. */
export async function buildWeb(): Promise<void> {
  const marker = path.join(localDirectory, 'web-build');
  const hash = await hashOf(WEB_SOURCES);
  const last = await readFile(marker, 'utf8').catch(() => '');
  const built = await readFile(path.join(root, 'web/dist/index.html'), 'utf8').catch(() => '');
  if (last === hash && built !== '') return;
  runScript('web');
  await mkdir(localDirectory, { recursive: true });
  await writeFile(marker, hash);
}

/** Copies the built app for one stack and puts its configuration beside it. Returns the folder, relative to the root. */
export async function placeSite(name: string, config: WebConfig): Promise<string> {
  const site = path.join('.local', name, 'site');
  const target = path.join(root, site);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await cp(path.join(root, 'web/dist'), target, { recursive: true }).catch(() => undefined);
  await mkdir(path.join(target, '__/docket'), { recursive: true });
  await writeFile(path.join(target, '__/docket/config.json'), JSON.stringify(config));
  return site;
}
