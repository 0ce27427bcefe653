/**
 * Finds a browser for the tests: an installed Chromium or Chrome, else the one in the npm package `@sparticuz/chromium`,
 * unpacked once below `.local/`. Nothing is downloaded.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without a network of its own, and without the sandbox that containers cannot give. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  executablePath: string;
  /** Environment that it needs besides the usual. */
  environment: Record<string, string>;
}

/** A browser that can be started. `DOCKET_CHROMIUM` names one; `cache` is where a packaged one is unpacked. */
export async function findBrowser(cache: string): Promise<Browser> {
  const named = process.env['DOCKET_CHROMIUM'];
  const installed = [...(named === undefined ? [] : [named]), ...INSTALLED].find((file) => existsSync(file));
  return installed === undefined
    ? await packagedBrowser(cache)
    : { executablePath: installed, environment: {} };
}

async function packagedBrowser(cache: string): Promise<Browser> {
  const executablePath = path.join(cache, 'chromium');
  if (!existsSync(executablePath)) await unpack(cache, executablePath);
  return {
    executablePath,
    environment: { LD_LIBRARY_PATH: path.join(cache, 'lib'), FONTCONFIG_PATH: cache },
  };
}

async function unpack(cache: string, executablePath: string): Promise<void> {
  const archives = path.resolve(
    path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
    '../bin',
  );
  const from = (name: string) => createReadStream(path.join(archives, name));
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await pipeline(from('al2023.tar.br'), createBrotliDecompress(), extract(cache));
  await pipeline(from('fonts.tar.br'), createBrotliDecompress(), extract(cache));
  await writeFile(path.join(cache, 'fonts.conf'), fontConfig(path.join(cache, 'fonts')));
  const part = `${executablePath}.part`;
  await pipeline(from('chromium.br'), createBrotliDecompress(), createWriteStream(part));
  await chmod(part, 0o700);
  await rename(part, executablePath);
}

/** The package's own configuration looks in directories that do not exist here. */
function fontConfig(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${directory}</dir><cachedir>${directory}/cache</cachedir></fontconfig>
`;
}
