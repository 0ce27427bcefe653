/** `npm start`: the local stack with the web app and a demo workspace, until Ctrl-C. */
import { findStack, announceStack, retractStack } from './local-stack/stack-file.ts';
import { startStack } from './local-stack/stack.ts';
import { DEMO_USER } from './local-stack/demo.ts';

const running = await findStack();
if (running !== null) {
  console.log(`Docket is running already: http://127.0.0.1:${running.ports.hosting}`);
  process.exit(0);
}

let interrupted = false;
const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true;
    ask();
  });
}

try {
  const stack = await startStack({
    name: 'start',
    durable: true,
    usualPorts: true,
    web: true,
    demo: true,
    official: process.argv.includes('--official'),
    environment: {},
    onStep: (step) => console.log(`${step}…`),
  });
  await announceStack({ pid: process.pid, project: stack.project, ports: stack.ports });
  console.log(`\n  Docket is ready:  ${stack.url}\n`);
  console.log(`  Demo account:     ${DEMO_USER.email} / ${DEMO_USER.password}`);
  console.log('  Stop with Ctrl-C; your data is kept.\n');
  const why = await Promise.race([asked, stack.ended]);
  if (!interrupted) console.error(why);
  console.log('Stopping…');
  await retractStack();
  await stack.stop();
  process.exit(interrupted ? 0 : 1);
} catch (error) {
  if (interrupted) process.exit(0);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
