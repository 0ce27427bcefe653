/** Type-checks the root and every workspace, one after another; exits with 1 if any of them has an error. */
import { spawnSync } from 'node:child_process';

const projects = ['.', 'model', 'emulator', 'functions', 'web', 'e2e'];
const failed = projects.filter(
  (project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
