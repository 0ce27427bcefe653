/** The clients of the churn. Each call is one short life: it connects, does what its kind does, and goes. */
import { setTimeout as pause } from 'node:timers/promises';
import { database, documentsUrl, root } from '../../test/robustness/names.ts';
import { answerOf, grpcFrame, openSocket, RawGrpc, requestBytes } from '../../test/robustness/raw-clients.ts';

const owner = { authorization: 'Bearer owner' };
const channel = '/google.firestore.v1.Firestore/Listen/channel?VER=8';
const addTarget = {
  targetId: 2,
  query: { parent: root, structuredQuery: { from: [{ collectionId: 'jobs' }] } },
};
/** Documents that are written again and again. */
const documents = 200;
const burst = 1_000;

const random = (below: number) => Math.floor(Math.random() * below);
const randomBytes = (most: number) => Buffer.from(Array.from({ length: random(most) }, () => random(256)));

function writeOf(id: string, size: number): object {
  return {
    database,
    writes: [
      {
        update: {
          name: `${root}/jobs/${id}`,
          fields: { text: { stringValue: 'x'.repeat(size) }, n: { integerValue: String(random(1_000_000)) } },
        },
      },
    ],
  };
}

/** Writes, reads and queries over gRPC, over one connection. */
async function ordinary(port: number): Promise<void> {
  const grpc = new RawGrpc(port);
  for (let n = 0; n < 20; n += 1) {
    await grpc.call(
      'Commit',
      grpcFrame(requestBytes('Commit', writeOf(`j${random(documents)}`, random(5_000)))),
    );
    const name = `${root}/jobs/j${random(documents)}`;
    await grpc.call('GetDocument', grpcFrame(requestBytes('GetDocument', { name })));
  }
  await grpc.call('RunQuery', grpcFrame(requestBytes('RunQuery', addTarget.query)));
  grpc.close();
}

/** Writes and queries over REST. */
async function rest(port: number): Promise<void> {
  const at = `http://127.0.0.1:${port}/v1/${documentsUrl}`;
  const body = JSON.stringify({ fields: { n: { integerValue: String(random(1_000_000)) } } });
  await (await fetch(`${at}/jobs/j${random(documents)}`, { method: 'PATCH', headers: owner, body })).text();
  const query = JSON.stringify({ structuredQuery: addTarget.query.structuredQuery });
  await (await fetch(`${at}:runQuery`, { method: 'POST', headers: owner, body: query })).text();
  // Begun and never ended: it goes when its time is over.
  await (await fetch(`${at}:beginTransaction`, { method: 'POST', headers: owner, body: '{}' })).text();
}

/** Listens over gRPC for a while, and is gone without a word. */
async function listener(port: number): Promise<void> {
  const grpc = new RawGrpc(port);
  const stream = grpc.open('Listen');
  stream.on('data', () => {});
  stream.write(grpcFrame(requestBytes('Listen', { database, addTarget })));
  await pause(random(1_500));
  grpc.close();
}

/** Opens a WebChannel session, reads it for a while, and mostly leaves without saying so. */
async function webChannel(port: number): Promise<void> {
  const at = `http://127.0.0.1:${port}${channel}`;
  const body = new URLSearchParams({
    count: '1',
    ofs: '0',
    headers: 'Authorization:Bearer owner\r\n',
    req0___data__: JSON.stringify({ database, addTarget }),
  });
  const handshake = await (await fetch(`${at}&RID=1`, { method: 'POST', body })).text();
  const sid = /"c","([^"]+)"/.exec(handshake)?.[1];
  const cut = AbortSignal.timeout(200 + random(1_500));
  await fetch(`${at}&RID=rpc&SID=${sid}&AID=0&CI=0`, { signal: cut })
    .then((answer) => answer.text())
    .catch(() => '');
  if (random(3) === 0) {
    await fetch(`${at}&RID=2&SID=${sid}&TYPE=terminate`, { method: 'POST' });
  }
}

/** Asks for everything and does not read it, while large documents are written. */
async function slowReader(port: number): Promise<void> {
  const grpc = new RawGrpc(port);
  const stream = grpc.open('Listen');
  stream.pause();
  stream.write(grpcFrame(requestBytes('Listen', { database, addTarget })));
  for (let n = 0; n < 20; n += 1) {
    await grpc.call('Commit', grpcFrame(requestBytes('Commit', writeOf(`large${n % 4}`, 200_000))));
  }
  grpc.close();
}

/** Bytes that mean nothing, in each of the protocols. */
async function nonsense(port: number): Promise<void> {
  await (await fetch(`http://127.0.0.1:${port}${channel}&RID=rpc&SID=x&AID=abc`)).text();
  const socket = await openSocket(port);
  socket.write(random(2) === 0 ? randomBytes(500) : Buffer.concat([http2Greeting, randomBytes(100)]));
  const grpc = new RawGrpc(port);
  const example = requestBytes('Commit', writeOf('j1', 100));
  example[random(example.length)] = random(256);
  await grpc.call('Commit', grpcFrame(example, random(20) === 0 ? 1 : 0));
  const stream = grpc.open('Listen');
  stream.write(grpcFrame(randomBytes(100)));
  stream.end();
  await answerOf(stream);
  await pause(random(500));
  socket.destroy();
  grpc.close();
}

const http2Greeting = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** A message of 50 MB. */
async function oversize(port: number): Promise<void> {
  const grpc = new RawGrpc(port);
  await grpc.call('Commit', grpcFrame(Buffer.alloc(50_000_000)));
  grpc.close();
}

/** A thousand connections at once; some say something, most say nothing. */
async function connectionBurst(port: number): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: burst }, () => openSocket(port)));
  for (const socket of sockets) {
    if (random(3) === 0) {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    }
  }
  await pause(1_000);
  for (const socket of sockets) {
    socket.destroy();
  }
}

/** Kinds of clients with how many of each live at once, and the pause between two lives. Milliseconds. */
export const kinds = [
  { name: 'ordinary', live: ordinary, atOnce: 3, rest: 50 },
  { name: 'rest', live: rest, atOnce: 2, rest: 50 },
  { name: 'listener', live: listener, atOnce: 10, rest: 20 },
  { name: 'webChannel', live: webChannel, atOnce: 10, rest: 20 },
  { name: 'slowReader', live: slowReader, atOnce: 1, rest: 2_000 },
  { name: 'nonsense', live: nonsense, atOnce: 3, rest: 20 },
  { name: 'oversize', live: oversize, atOnce: 1, rest: 5_000 },
  { name: 'burst', live: connectionBurst, atOnce: 1, rest: 15_000 },
] as const;
