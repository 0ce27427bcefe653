#!/usr/bin/env node
// Starts the embedded Firestore emulator. Needs a Node that runs TypeScript files (22.18 or later).
import { main } from '../src/cli.ts';

await main(process.argv.slice(2), process.env);
