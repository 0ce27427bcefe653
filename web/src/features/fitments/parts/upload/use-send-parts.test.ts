import type { PartsMapping } from '@docket/model/fitment/part-tables';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryBackend } from '../../../../fixtures/memory-backend.ts';
import { hookResult } from '../../../listings/testing/hook-result.tsx';
import { type Purpose, type SentFile, useSendParts } from './use-send-parts.ts';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };
const FILE = new File(['Part;Make\nBP-100;Ford\n'], 'Brake parts.csv');
const MAPPING: PartsMapping = [{ position: 0, roles: ['part_number', null], used: null }];
const REFUSED = async () => await Promise.reject(new Error('refused'));

function setUp(commit?: () => Promise<void>) {
  const backend = createMemoryBackend({ user: USER, ...(commit !== undefined && { commit }) });
  const commits = vi.spyOn(backend.database, 'commit');
  const uploads = vi.spyOn(backend.files, 'upload');
  const removed = vi.spyOn(backend.files, 'remove');
  const started = vi.fn<(id: string, sent: SentFile) => void>();
  const { send } = hookResult(backend, () => useSendParts(started));
  const created = () => commits.mock.calls.flatMap(([writes]) => writes.map(({ path }) => path));
  const fields = () => {
    const write = commits.mock.calls[0]?.[0][0];
    return write?.kind === 'create' ? write.fields : null;
  };
  return { send, started, uploads, removed, created, fields };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a file of parts', () => {
  it('is imported when it has arrived, with what was said of its columns', async () => {
    const { send, started, uploads, created, fields } = setUp();
    const sent = { file: FILE, mapping: MAPPING, purpose: { kind: 'import' } as const };
    send(sent);
    await vi.waitFor(() => expect(started).toHaveBeenCalledWith('new-1', sent));
    expect(uploads.mock.calls[0]?.slice(0, 3)).toEqual([
      'workspaces/w/parts_imports/new-1/original/Brake-parts.csv',
      FILE,
      'text/csv',
    ]);
    expect(created()[0]).toBe('workspaces/w/parts_imports/new-1');
    expect(fields()).toMatchObject({
      file_name: 'Brake parts.csv',
      size: FILE.size,
      storage_path: uploads.mock.calls[0]?.[0],
      mapping: MAPPING,
    });
  });

  it('becomes a job of its own, under the name it was given', async () => {
    const { send, started, created, fields } = setUp();
    const purpose: Purpose = { kind: 'job', name: ' Brakes ' };
    send({ file: FILE, mapping: [], purpose });
    await vi.waitFor(() => expect(started).toHaveBeenCalled());
    expect(created()[0]).toBe('workspaces/w/fitment_jobs/new-1');
    expect(fields()).toMatchObject({ type: 'upload', name: 'Brakes', part_count: null });
  });

  it('is not sent when it is of the wrong kind', async () => {
    const { send, started, uploads } = setUp();
    send({ file: new File(['%PDF-1.7'], 'parts.csv'), mapping: [], purpose: { kind: 'import' } });
    send({ file: FILE, mapping: [], purpose: { kind: 'import' } });
    await vi.waitFor(() => expect(started).toHaveBeenCalledTimes(1));
    expect(uploads).toHaveBeenCalledTimes(1);
  });

  it('is taken away again when what it was for is refused', async () => {
    const { send, started, uploads, removed } = setUp(REFUSED);
    send({ file: FILE, mapping: [], purpose: { kind: 'import' } });
    await vi.waitFor(() => expect(removed).toHaveBeenCalledWith(uploads.mock.calls[0]?.[0]));
    expect(started).not.toHaveBeenCalled();
  });
});
