/** Ports of the local stack: the usual ones where they are free, others where they are not. */
import { createServer } from 'node:net';
import { z } from 'zod';

/** The emulators, with the ports of firebase.json. */
const DEFAULT_PORTS = {
  auth: 9099,
  firestore: 8080,
  functions: 5001,
  storage: 9199,
  tasks: 9499,
  eventarc: 9299,
  hosting: 5000,
  hub: 4400,
  logging: 4500,
} as const;

type Emulator = keyof typeof DEFAULT_PORTS;
const port = z.number().int().positive();
export const portsSchema = z.object({
  auth: port,
  firestore: port,
  functions: port,
  storage: port,
  tasks: port,
  eventarc: port,
  hosting: port,
  hub: port,
  logging: port,
});
export type Ports = z.infer<typeof portsSchema>;

/** Listens on `wanted` on the loopback address for a moment. Resolves to the port, or null if it is taken. */
async function probe(wanted: number): Promise<number | null> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number | null>();
  server.once('error', () => resolve(null));
  server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
  });
  return await promise;
}

/** Below what systems give to connections and to servers that ask for any port, above those that browsers refuse. */
const LOWEST_PORT = 11_000;
const HIGHEST_PORT = 32_000;

async function anyPort(taken: ReadonlySet<number>): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const wanted = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT));
    const free = taken.has(wanted) ? null : await probe(wanted);
    if (free !== null) return free;
  }
  throw new Error('No free port was found on 127.0.0.1.');
}

/** Chooses a port for every emulator. `preferDefaults: false` takes free ones only, for stacks beside the usual one. */
export async function choosePorts(preferDefaults: boolean): Promise<Ports> {
  const taken = new Set<number>();
  const choose = async (emulator: Emulator) => {
    const usual = preferDefaults ? await probe(DEFAULT_PORTS[emulator]) : null;
    const chosen = usual ?? (await anyPort(taken));
    taken.add(chosen);
    return chosen;
  };
  return {
    auth: await choose('auth'),
    firestore: await choose('firestore'),
    functions: await choose('functions'),
    storage: await choose('storage'),
    tasks: await choose('tasks'),
    eventarc: await choose('eventarc'),
    hosting: await choose('hosting'),
    hub: await choose('hub'),
    logging: await choose('logging'),
  };
}
