/** What the command line writes and sees of images, on an embedded Firestore with the product's rules. */
import path from 'node:path';
import { type RunningServer, startServer } from '@docket/emulator/server';
import type { Image } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  getDoc,
  getFirestore,
  serverTimestamp,
  setLogLevel,
  terminate,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { getStorage } from 'firebase/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageService } from './image-service.ts';
import type { ImageToSend } from './send-images.ts';

const WORKSPACE = 'harbour';
const PROJECT = 'demo-images';
const idOf = (number: number) => `f-${String(number).padStart(32, '0')}`;
const toSend = (number: number): ImageToSend => ({
  imageId: idOf(number),
  name: 'IMG 0042.jpg',
  size: 3,
  contentType: 'image/jpeg',
  read: async () => new Uint8Array(3),
});
const storedAt = (number: number) => ({
  path: `workspaces/${WORKSPACE}/images/${idOf(number)}/original/a.jpg`,
  token: 't',
});

// A refusal would be logged.
setLogLevel('silent');

let server: RunningServer;
let app: FirebaseApp;
let client: Parameters<typeof imageService>[0];

beforeAll(async () => {
  server = await startServer({
    rulesFile: path.resolve(import.meta.dirname, '../../firestore.rules'),
    indexesFile: path.resolve(import.meta.dirname, '../../firestore.indexes.json'),
  });
  app = initializeApp({ projectId: PROJECT, apiKey: 'none', storageBucket: 'b' }, 'images');
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', server.port, { mockUserToken: { sub: 'ada' } });
  client = { db, storage: getStorage(app), uid: 'ada', workspace: WORKSPACE };
  const membership = { uid: 'ada', workspace_id: WORKSPACE, role: 'owner', email: '', display_name: 'Ada' };
  await writeBatch(db)
    .set(doc(db, paths.workspace(WORKSPACE)), {
      name: 'Harbour',
      created_by: 'ada',
      created_at: serverTimestamp(),
    })
    .set(doc(db, paths.member(WORKSPACE, 'ada')), { ...membership, joined_at: serverTimestamp() })
    .commit();
});
afterAll(async () => {
  await terminate(client.db);
  await deleteApp(app);
  await server.close();
});

const fail = (error: Error) => {
  throw error;
};

describe('images of the command line', () => {
  it('are seen when the server has them, and when they change or are deleted', async () => {
    const service = imageService(client);
    const seen: [string, Image | null][] = [];
    const heard = { more: () => {} };
    const until = async (count: number) => {
      while (seen.length < count) await new Promise<void>((resolve) => (heard.more = resolve));
    };
    // More than one query takes.
    const ids = Array.from({ length: 40 }, (_, index) => idOf(index));
    const stop = await service.watch(
      ids,
      (id, image) => {
        seen.push([id, image]);
        heard.more();
      },
      fail,
    );
    expect(seen).toEqual([]);
    await service.save(toSend(35), storedAt(35), 'batch');
    await until(1);
    expect(seen[0]).toMatchObject([idOf(35), { file_name: 'IMG 0042.jpg', batch_id: 'batch' }]);
    expect(Date.now() - (seen[0]?.[1]?.uploaded_at.getTime() ?? 0)).toBeLessThan(60_000);
    const document = doc(client.db, paths.image(WORKSPACE, idOf(35)));
    await updateDoc(document, { flatten: '#ffffff' });
    await until(2);
    expect(seen[1]).toMatchObject([idOf(35), { flatten: '#ffffff' }]);
    await deleteDoc(document);
    await until(3);
    expect(seen[2]).toEqual([idOf(35), null]);
    stop();
  });

  it('that are there are told of before anything else', async () => {
    const service = imageService(client);
    await service.save(toSend(101), storedAt(101), 'batch');
    const seen: string[] = [];
    const stop = await service.watch([idOf(101), idOf(102)], (id) => seen.push(id), fail);
    expect(seen).toEqual([idOf(101)]);
    stop();
  });

  it('are not saved twice', async () => {
    const service = imageService(client);
    await service.save(toSend(201), storedAt(201), 'batch');
    await expect(service.save(toSend(201), storedAt(201), 'other')).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });

  it('are saved when the answer to the first try was lost', async () => {
    const service = imageService(client);
    await service.save(toSend(202), storedAt(202), 'batch');
    await expect(service.save(toSend(202), storedAt(202), 'batch')).resolves.toBeUndefined();
  });

  it('are started when the answer to the first try was lost, and not when they are refused', async () => {
    const service = imageService(client);
    await service.start('twice', [idOf(1)]);
    await expect(service.start('twice', [idOf(1)])).resolves.toBeUndefined();
    await expect(service.start('none', [])).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('are started as a batch with its job', async () => {
    const service = imageService(client);
    await service.start('batch', [idOf(1), idOf(2)]);
    const batch = await getDoc(doc(client.db, paths.imageBatch(WORKSPACE, 'batch')));
    expect(batch.data()).toMatchObject({ source: 'upload', image_count: 2, created_by: 'ada' });
    const job = await getDoc(doc(client.db, paths.job(WORKSPACE, 'batch-image_processing-1')));
    expect(job.data()).toMatchObject({ status: 'queued', input: { image_ids: [idOf(1), idOf(2)] } });
  });
});
