import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { statusNumbers } from '../../src/status.ts';
import { database, documentsUrl, root } from './names.ts';
import {
  answerOf,
  expectNoFaults,
  grpcFrame,
  openSocket,
  RawGrpc,
  requestBytes,
  untilClosed,
} from './raw-clients.ts';

let server: RunningServer;
let grpc: RawGrpc;
let log: string[];
/** Short only where that is the subject: a thousand connections take their time. */
const portTimes = { firstBytes: 5_000, firstHead: 5_000 };

beforeEach(async () => {
  log = [];
  server = await startServer({
    log: (line) => log.push(line),
    portTimes,
  });
  grpc = new RawGrpc(server.port);
});

afterEach(async () => {
  grpc.close();
  await server.close();
  expectNoFaults(log);
});

const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
const owner = { authorization: 'Bearer owner' };

/** Sets a document to another text of so many characters. */
const set = async (id: string, size: number) =>
  await at(`/v1/${documentsUrl}/large/${id}`, {
    method: 'PATCH',
    headers: owner,
    body: JSON.stringify({ fields: { text: { stringValue: String(Math.random()).padEnd(size, 'x') } } }),
  });

const listenToLarge = {
  targetId: 2,
  query: { parent: root, structuredQuery: { from: [{ collectionId: 'large' }] } },
};
const megabyte = 1_000_000;

describe('connections', () => {
  it('whose first bytes come one by one find what they speak', async () => {
    const http = await openSocket(server.port);
    for (const character of 'PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n') {
      http.write(character);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await untilClosed(http)).toMatch(/^HTTP\/1.1 200/);
    const http2 = await openSocket(server.port);
    for (const part of ['P', 'R', 'I * HTTP/2.0\r\n\r\nSM\r\n\r\n']) {
      http2.write(part);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    http2.write(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]));
    const settingsFrame = await new Promise<Buffer>((resolve) => http2.once('data', resolve));
    expect(settingsFrame[3]).toBe(4);
    http2.destroy();
  });

  it('that say nothing, or half a request, are closed', async () => {
    const impatient = await startServer({ portTimes: { firstBytes: 200, firstHead: 300 } });
    const starts = ['', 'P', 'PR', 'GET / HTT', 'POST / HTTP/1.1\r\nHost: x\r\n'];
    const sockets = await Promise.all(starts.map(async () => await openSocket(impatient.port)));
    const closed = Promise.all(sockets.map(untilClosed));
    for (const [index, start] of starts.entries()) {
      sockets[index]?.write(start);
    }
    const answers = await closed;
    expect(answers.filter((text) => text.includes('200'))).toEqual([]);
    await impatient.close();
  });

  it('of a thousand clients at once are served', async () => {
    const ask = async () => {
      const socket = await openSocket(server.port);
      const answer = untilClosed(socket);
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      return (await answer).slice(0, 'HTTP/1.1 200'.length);
    };
    const answers = await Promise.all(Array.from({ length: 1_000 }, ask));
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 200']));
  });
});

describe('a client that does not read', () => {
  it('over gRPC has its stream ended, and gets in sum what it missed when it comes back', async () => {
    const stream = grpc.open('Listen');
    stream.pause();
    stream.write(grpcFrame(requestBytes('Listen', { database, addTarget: listenToLarge })));
    await set('before', 10);
    for (let n = 0; n < 45; n += 1) {
      await set('document', megabyte);
    }
    const answer = await answerOf(stream.resume());
    expect(answer.status).toBe(statusNumbers.UNAVAILABLE);
    expect(answer.received).toBeLessThan(25 * megabyte);
  });

  it('over WebChannel loses its session', async () => {
    const sid = await openSession(0, [{ database, addTarget: listenToLarge }]);
    const get = await openSocket(server.port);
    get.pause();
    get.write(`GET ${channel}&RID=rpc&SID=${sid}&AID=0&CI=0 HTTP/1.1\r\nHost: x\r\n\r\n`);
    for (let n = 0; n < 45; n += 1) {
      await set('document', megabyte);
    }
    expect((await at(`${channel}&RID=rpc&SID=${sid}&AID=0&CI=1`)).status).toBe(400);
    get.destroy();
  });

  it('holds up nobody else', async () => {
    const lazy: Socket[] = [];
    for (let n = 0; n < 5; n += 1) {
      const socket = await openSocket(server.port);
      socket.pause();
      socket.write(`POST /v1/${documentsUrl}:runQuery HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`);
      lazy.push(socket);
    }
    await set('document', 10);
    expect((await at(`/v1/${documentsUrl}/large/document`)).status).toBe(200);
    for (const socket of lazy) {
      socket.destroy();
    }
  });
});

const channel = '/google.firestore.v1.Firestore/Listen/channel?VER=8';

function form(offset: number, messages: readonly unknown[]): URLSearchParams {
  const fields = messages.map((message, index) => [`req${index}___data__`, JSON.stringify(message)] as const);
  return new URLSearchParams({
    count: String(messages.length),
    ofs: String(offset),
    ...Object.fromEntries(fields),
  });
}

async function openSession(offset: number, messages: readonly unknown[]): Promise<string> {
  const answer = await at(`${channel}&RID=1`, { method: 'POST', body: form(offset, messages) });
  return /"c","([^"]+)"/.exec(await answer.text())?.[1] ?? '';
}

describe('WebChannel sessions', () => {
  const removeTarget = { removeTarget: 2 };

  it('end with a refusal when messages are missing, and take them when they come', async () => {
    const sid = await openSession(0, [{ database, addTarget: listenToLarge }]);
    const post = async (offset: number) =>
      (await at(`${channel}&RID=2&SID=${sid}&AID=0`, { method: 'POST', body: form(offset, [removeTarget]) }))
        .status;
    expect([await post(2), await post(1)]).toEqual([400, 200]);
    expect((await at(`${channel}&RID=1`, { method: 'POST', body: form(3, [removeTarget]) })).status).toBe(
      400,
    );
  });

  it('carry a first snapshot of any size, over as many GETs as it takes', async () => {
    const documents = 20;
    for (let n = 0; n < documents; n += 1) {
      await set(`d${n}`, megabyte);
    }
    const sid = await openSession(0, [{ database, addTarget: listenToLarge }]);
    const names = new Set<string>();
    for (let last = 0, text = ''; !text.includes('CURRENT'); ) {
      text = await (await at(`${channel}&RID=rpc&SID=${sid}&AID=${last}&CI=0`)).text();
      last = Math.max(last, ...Array.from(text.matchAll(/\[(\d+),\[\{/g), ([, id]) => Number(id)));
      for (const [, name] of text.matchAll(/large\/(d\d+)"/g)) {
        names.add(name ?? '');
      }
      if (last >= documents) {
        break;
      }
    }
    expect(names.size).toBe(documents);
  });

  it.each(['abc', '-', '1.5', '99', ''])('do not lose messages to an AID of "%s"', async (aid) => {
    const sid = await openSession(0, [{ database, addTarget: listenToLarge }]);
    expect((await at(`${channel}&RID=rpc&SID=${sid}&AID=${aid}&CI=1`)).status).toBe(400);
    const text = await (await at(`${channel}&RID=rpc&SID=${sid}&AID=0&CI=1`)).text();
    expect(text).toContain('[[1,');
  });

  it('refuse forms that announce more than they hold', async () => {
    for (const count of ['1000000000', '2', '-1', 'x']) {
      const answer = await at(`${channel}&RID=1`, {
        method: 'POST',
        body: `count=${count}&ofs=0&req0___data__=%7B%7D`,
      });
      expect(answer.status).toBe(400);
    }
  });

  it('of clients that never come back make room for others', async () => {
    const sids: string[] = [];
    for (let batch = 0; batch < 12; batch += 1) {
      sids.push(...(await Promise.all(Array.from({ length: 100 }, () => openSession(0, [])))));
    }
    const [oldest, newest] = [sids[0], sids.at(-1)];
    expect((await at(`${channel}&RID=rpc&SID=${oldest}&AID=0&CI=0`)).status).toBe(400);
    expect((await at(`${channel}&RID=2&SID=${newest}&TYPE=terminate`, { method: 'POST' })).status).toBe(200);
  });
});

describe('what Google’s emulator offers beyond the API', () => {
  const exists = async (path: string) =>
    (await at(`/v1/${documentsUrl}/${path}`, { headers: owner })).status === 200;
  const put = async (path: string) =>
    await at(`/v1/${documentsUrl}/${path}`, { method: 'PATCH', headers: owner, body: '{}' });

  it('deletes a collection, or a document, with everything below', async () => {
    const paths = ['a/1', 'a/1/b/2', 'ab/1', 'c/1', 'c/1/d/2'];
    for (const path of paths) {
      await put(path);
    }
    for (const path of ['a', 'c/1']) {
      expect((await at(`/emulator/v1/${documentsUrl}/${path}`, { method: 'DELETE' })).status).toBe(200);
    }
    const left: string[] = [];
    for (const path of paths) {
      if (await exists(path)) {
        left.push(path);
      }
    }
    expect(left).toEqual(['ab/1']);
  });

  it('clears a database over gRPC', async () => {
    await put('a/1');
    const stream = grpc.open('ClearData', 'google.firestore.emulator.v1.FirestoreEmulator');
    // A message with a text as its first field: the shape of the request.
    stream.end(grpcFrame(requestBytes('Rollback', { database })));
    expect(await answerOf(stream)).toMatchObject({ status: statusNumbers.OK });
    expect(await exists('a/1')).toBe(false);
  });
});
