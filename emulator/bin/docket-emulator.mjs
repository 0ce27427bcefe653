#!/usr/bin/env node
// Starts the embedded Firestore emulator: from its sources where they are (Node 22.18 or later runs TypeScript files),
// from the bundle in the package. Compiled code is kept for the next start.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const source = new URL('../src/cli.ts', import.meta.url);
const { main } = await import(existsSync(source) ? source.href : new URL('../cli.js', import.meta.url).href);
await main(process.argv.slice(2), process.env);
