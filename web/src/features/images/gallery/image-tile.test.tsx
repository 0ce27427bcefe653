import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../data/client.ts';
import { ClientContext } from '../../../data/hooks.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { makeUpload } from '../testing/make-images.ts';
import type { Tile } from '../tiles.ts';
import { ImageTile } from './image-tile.tsx';

const upload = makeUpload('a', { state: { phase: 'uploading', sent: 1, total: 2 } });
const base = { key: 'a', name: 'a.jpg', image: null, upload, file: null, at: 0, index: 0 };
const uploading: Tile = { ...base, state: { kind: 'uploading', percent: 50 } };
const failed: Tile = { ...base, state: { kind: 'not_uploaded', reason: 'No' } };
const nothing = () => undefined;

/** The buttons of a tile by their names, and whether the tab key leads to each. */
function buttons(tile: Tile, focusable: boolean): [string, boolean][] {
  const markup = renderToStaticMarkup(
    <ClientContext value={createClient(createMemoryBackend())}>
      <MantineProvider>
        <table>
          <tbody>
            <tr>
              <ImageTile
                tile={tile}
                index={0}
                column={0}
                to={null}
                width={180}
                focusable={focusable}
                selected={false}
                editable
                actions={{ toggle: nothing, focus: nothing, retry: nothing }}
              />
            </tr>
          </tbody>
        </table>
      </MantineProvider>
    </ClientContext>,
  );
  return [...markup.matchAll(/<button[^>]*>/gu)].map(([tag]) => [
    /aria-label="([^"]*)"/u.exec(tag)?.[1] ?? '',
    !tag.includes('tabindex="-1"'),
  ]);
}

describe('the buttons of a file on its way', () => {
  it('are reached by the tab key from the tile that the keyboard is at', () => {
    expect(buttons(uploading, true)).toEqual([
      ['Pause a.jpg', true],
      ['Cancel a.jpg', true],
    ]);
    expect(buttons(failed, true)).toContainEqual(['Retry a.jpg', true]);
  });

  it('are no stops on the way past the other tiles', () => {
    expect(buttons(uploading, false).map(([, reachable]) => reachable)).toEqual([false, false]);
    expect(buttons(failed, false)).toContainEqual(['Retry a.jpg', false]);
  });
});
