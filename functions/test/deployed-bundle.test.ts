/** The folder that `firebase deploy` uploads, installed and loaded alone. Needs the npm registry, as the first install does. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { functionsFolder } from '../scripts/deployment.ts';

const run = promisify(execFile);
const scripts = path.join(functionsFolder, 'scripts');
/** Registry, disk and processors are shared with other tests. */
const INSTALL_TIMEOUT_MS = 240_000;

/** What an instance is told in production: no emulator, and no credentials. */
const production = {
  PATH: process.env['PATH'] ?? '',
  GCLOUD_PROJECT: 'nowhere',
  FIREBASE_CONFIG: JSON.stringify({ projectId: 'nowhere', storageBucket: 'nowhere.firebasestorage.app' }),
  K_SERVICE: 'startjob',
  FUNCTION_TARGET: 'startJob',
};

let folder = '';
let installed = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-deployed-'));
  const built = path.join(folder, 'built');
  await run(process.execPath, [path.join(scripts, 'build.ts'), built]);
  installed = path.join(folder, 'alone');
  await cp(built, installed, { recursive: true });
  await rm(built, { recursive: true });
  await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--loglevel=error'], {
    cwd: installed,
    shell: process.platform === 'win32',
  });
}, INSTALL_TIMEOUT_MS);
afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe('the folder of the functions, alone', () => {
  it('loads as in production, and exports every function', async () => {
    const { stdout } = await run(process.execPath, [path.join(scripts, 'load-bundle.ts'), installed], {
      env: production,
      cwd: folder,
    });
    const { exports } = z.object({ exports: z.array(z.string()) }).parse(JSON.parse(stdout));
    const source = await readFile(path.join(functionsFolder, 'src/index.ts'), 'utf8');
    const declared = [...source.matchAll(/^export const (\w+) =/gmu)].map(([, name = '']) => name);
    expect(declared.length).toBeGreaterThan(15);
    expect(exports.toSorted()).toEqual(declared.toSorted());
  });

  it('has the binaries of this machine, ready for use', async () => {
    const program = `
      const sharp = (await import('sharp')).default;
      const { createCanvas } = await import('@napi-rs/canvas');
      const { width } = await sharp(createCanvas(3, 2).toBuffer('image/png')).metadata();
      console.log(width);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: installed,
      env: production,
    });
    expect(stdout.trim()).toBe('3');
  });

  it('runs nothing of what packages want to run when they are installed', async () => {
    const { stdout } = await run('npm', ['config', 'get', 'ignore-scripts'], {
      cwd: installed,
      shell: process.platform === 'win32',
    });
    expect(stdout.trim()).toBe('true');
  });

  it('contains none of our own packages, nor anything of the rest of the project', async () => {
    expect((await readdir(installed)).toSorted()).toEqual([
      '.npmrc',
      'chunks',
      'index.js',
      'index.js.map',
      'node_modules',
      'package-lock.json',
      'package.json',
    ]);
    expect(await readdir(path.join(installed, 'node_modules'))).not.toContain('@docket');
  });
});
