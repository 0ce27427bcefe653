import { describe, expect, it, vi } from 'vitest';
import { createMemoryBackend, type MemorySetup } from '../../fixtures/memory-backend.ts';
import { createUploadQueue, type Destination } from './upload-queue.ts';

const destination: Destination = {
  workspaceId: 'w',
  collectionId: 'c',
  uid: 'u',
  kind: 'linesheet',
  replaces: null,
};
const pdf = (name: string) => new File(['%PDF-1.7 something'], name);

function setUp(setup: MemorySetup = {}) {
  const backend = createMemoryBackend(setup);
  const removed: string[] = [];
  const files = { ...backend.files, remove: async (path: string) => void removed.push(path) };
  return { backend, removed, queue: createUploadQueue({ ...backend, files }) };
}

describe('the upload queue', () => {
  it('turns files into documents and forgets them', async () => {
    const { backend, queue } = setUp();
    queue.add([pdf('a.pdf'), pdf('b.pdf')], destination);
    expect(queue.uploads.getState().map(({ state }) => state.phase)).toEqual(['checking', 'checking']);
    await vi.waitFor(() => expect(queue.uploads.getState()).toEqual([]));
    expect(backend.paths()).toHaveLength(2);
  });

  it('replaces a document only when the new one is there', async () => {
    const { backend, queue } = setUp({ documents: { 'workspaces/w/collections/c/documents/old': {} } });
    queue.add([pdf('new.pdf')], { ...destination, replaces: 'old' });
    expect(backend.paths()).toEqual(['workspaces/w/collections/c/documents/old']);
    await vi.waitFor(() => expect(queue.uploads.getState()).toEqual([]));
    expect(backend.paths()).toEqual(['workspaces/w/collections/c/documents/new-1']);
  });

  it('refuses a wrong file without sending it', async () => {
    const { backend, queue } = setUp();
    queue.add([new File(['GIF89a'], 'a.pdf')], destination);
    await vi.waitFor(() => expect(queue.uploads.getState()[0]?.state.phase).toBe('refused'));
    queue.dismiss('new-1');
    expect(queue.uploads.getState()).toEqual([]);
    expect(backend.paths()).toEqual([]);
  });

  it('remembers what was odd about a file that became a document', async () => {
    const { queue } = setUp();
    queue.add([new File(['%PDF-1.7 x'], 'a.xlsx')], destination);
    await vi.waitFor(() => expect(queue.uploads.getState()).toEqual([]));
    expect(queue.warnings.getState()).toEqual({ 'new-1': expect.stringContaining('PDF') });
  });

  it('pauses, resumes and cancels what is being sent', async () => {
    const { queue } = setUp({ uploadsFinish: false });
    queue.add([pdf('a.pdf')], destination);
    const phase = () => queue.uploads.getState()[0]?.state.phase;
    await vi.waitFor(() => expect(phase()).toBe('uploading'));
    queue.pause('new-1');
    expect(phase()).toBe('paused');
    queue.resume('new-1');
    expect(phase()).toBe('uploading');
    queue.clear();
    expect(queue.uploads.getState()).toEqual([]);
  });

  it('keeps the bytes when the document is refused, saves them on the next try, removes them when dismissed', async () => {
    let refuse = true;
    const { backend, queue, removed } = setUp({
      commit: async () => {
        if (refuse) throw Object.assign(new Error('denied'), { code: 'permission-denied' });
      },
    });
    const phase = () => queue.uploads.getState()[0]?.state.phase;
    queue.add([pdf('a.pdf')], destination);
    await vi.waitFor(() => expect(phase()).toBe('failed'));
    refuse = false;
    queue.retry('new-1');
    await vi.waitFor(() => expect(queue.uploads.getState()).toEqual([]));
    expect(backend.paths()).toHaveLength(1);

    refuse = true;
    queue.add([pdf('b.pdf')], destination);
    await vi.waitFor(() => expect(phase()).toBe('failed'));
    queue.dismiss('new-2');
    expect(removed).toEqual(['workspaces/w/collections/c/documents/new-2/original/b.pdf']);
  });
});
