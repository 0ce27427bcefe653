import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const modules = join(workspace, '../node_modules');
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

const npm = (args: string[], cwd: string) =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

/** Puts a package of the repository, with what it needs, where an installation would. */
function supply(name: string, from: string, target: string): void {
  const nested = join(from, 'node_modules', name);
  const source = existsSync(nested) ? nested : join(modules, name);
  const copy = join(target, 'node_modules', name);
  if (existsSync(copy)) {
    return;
  }
  cpSync(source, copy, { recursive: true, dereference: true });
  const { dependencies } = manifestSchema.parse(
    JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')),
  );
  for (const dependency of Object.keys(dependencies)) {
    if (!existsSync(join(copy, 'node_modules', dependency))) {
      supply(dependency, source, target);
    }
  }
}

let folder: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-package-'));
});

afterAll(() => {
  if (child?.pid) {
    process.kill(-child.pid, 'SIGKILL');
  }
  rmSync(folder, { recursive: true });
});

describe.skipIf(npm(['--version'], workspace).status !== 0 || process.platform === 'win32')(
  'the package',
  () => {
    it('is built, packed, installed elsewhere without a network, and started by npx', {
      timeout: 60_000,
    }, async () => {
      const built = spawnSync(process.execPath, [join(workspace, 'scripts/build.ts')], { encoding: 'utf8' });
      expect([built.status, built.stderr]).toEqual([0, expect.any(String)]);
      const dist = join(workspace, 'dist');
      npm(['pack', dist, '--pack-destination', folder, '--ignore-scripts'], folder);
      const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';

      const { dependencies } = manifestSchema.parse(
        JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')),
      );
      for (const dependency of Object.keys(dependencies)) {
        supply(dependency, workspace, folder);
      }
      const installed = npm(
        ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball],
        folder,
      );
      expect([installed.status, installed.stderr]).toEqual([0, expect.any(String)]);
      expect(existsSync(join(folder, 'node_modules/docket-emulator/src'))).toBe(false);

      child = spawn('npx', ['--offline', 'docket-emulator', '--port', '0'], {
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` },
      });
      const [line] = await once(createInterface({ input: child.stdout ?? process.stdin }), 'line');
      const port = /listening on .*:(\d+)$/.exec(String(line))?.[1];
      const at = `http://127.0.0.1:${port}/v1/projects/demo-x/databases/(default)/documents/a/b`;
      const headers = { authorization: 'Bearer owner' };
      const body = JSON.stringify({ fields: { n: { integerValue: '9007199254740993' } } });
      await fetch(at, { method: 'PATCH', headers, body });
      expect(await (await fetch(at, { headers })).json()).toMatchObject({
        fields: { n: { integerValue: '9007199254740993' } },
      });
    });
  },
);
