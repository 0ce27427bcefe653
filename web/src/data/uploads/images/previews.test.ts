import { describe, expect, it, vi } from 'vitest';
import { createPreviews } from './previews.ts';

function setUp() {
  const answers: { name: string; answer: (preview: Blob | null) => void }[] = [];
  const open = new Set<string>();
  const breaks: number[] = [];
  let time = 0;
  const previews = createPreviews(
    async (file) =>
      await new Promise((answer) => answers.push({ name: file instanceof File ? file.name : '', answer })),
    {
      create(blob) {
        const address = `blob:${blob.size}-${open.size}`;
        open.add(address);
        return address;
      },
      revoke: (address) => void open.delete(address),
    },
    () => time,
    async (ms) => {
      breaks.push(ms);
      await new Promise((resolve) => setTimeout(resolve));
    },
  );
  const want = (name: string) => previews.want(name, new File([name], name));
  const finish = async (preview: Blob | null = new Blob(['drawn'])) => {
    const { answer } = answers.at(-1) ?? {};
    time += 100;
    answer?.(preview);
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { breaks, previews, want, finish, open, asked: () => answers.map(({ name }) => name) };
}

describe('previews of files', () => {
  it('are drawn one after the other, what was asked for last first', async () => {
    const { want, finish, asked, previews } = setUp();
    for (const name of ['a', 'b', 'c']) want(name);
    expect(asked()).toEqual(['a']);
    await finish();
    expect(asked()).toEqual(['a', 'c']);
    expect(previews.drawn.getState().get('a')).toMatch(/^blob:/u);
  });

  it('are not drawn once nobody wants them any more', async () => {
    const { want, finish, asked } = setUp();
    want('a');
    want('b')();
    await finish();
    expect(asked()).toEqual(['a']);
  });

  it('are drawn without a break for one screen, then take a part of the time only', async () => {
    const { want, finish, breaks, asked } = setUp();
    for (let i = 0; i < 30; i += 1) want(`p${i}`);
    for (let i = 0; i < 23; i += 1) await finish();
    expect(breaks).toEqual([]);
    for (let i = 0; i < 3; i += 1) await finish();
    expect(breaks).toEqual([300, 300, 300]);
    expect(asked()).toHaveLength(27);
  });

  it('are drawn once', async () => {
    const { want, finish, asked } = setUp();
    want('a');
    want('a');
    await finish();
    want('a');
    expect(asked()).toEqual(['a']);
  });

  it('are remembered as missing where the browser cannot draw a file', async () => {
    const { want, finish, previews } = setUp();
    want('a');
    await finish(null);
    expect(previews.drawn.getState().get('a')).toBeNull();
  });

  it('give their addresses back when they are forgotten, also while they are being drawn', async () => {
    const { want, finish, previews, open } = setUp();
    want('a');
    await finish();
    expect(open.size).toBe(1);
    previews.forget('a');
    expect(open.size).toBe(0);
    want('b');
    previews.clear();
    await finish();
    expect(open.size).toBe(0);
    await vi.waitFor(() => expect(previews.drawn.getState().size).toBe(0));
  });
});
