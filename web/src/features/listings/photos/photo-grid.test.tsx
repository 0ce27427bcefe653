import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnalysisAction } from './analysis-bar.tsx';
import type { AnalysisView } from './analysis-view.ts';
import { PhotoFaults } from './photo-faults.tsx';
import { PhotoGrid } from './photo-grid.tsx';

const markup = (element: ReactNode) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
const nothing = () => undefined;
const photos = [
  { id: 'a', name: 'a.jpg', picture: 'A' },
  { id: 'b', name: 'b.jpg', picture: 'B' },
];

/** The buttons by their names, and whether each can be pressed. */
const buttons = (html: string) =>
  [...html.matchAll(/<button[^>]*>/gu)].map(([tag]) => [
    /aria-label="([^"]*)"/u.exec(tag)?.[1] ?? '',
    !tag.includes('disabled=""'),
  ]);

describe('photos in their order', () => {
  it('are moved and removed by buttons that say which, the first and the last only one way', () => {
    expect(buttons(markup(<PhotoGrid photos={photos} onMove={nothing} onRemove={nothing} />))).toEqual([
      ['Photo 1 of 2, the main photo, a.jpg. Move it with the arrow keys', true],
      ['Move photo 1 to the left', false],
      ['Move photo 1 to the right', true],
      ['Remove photo 1', true],
      ['Photo 2 of 2, b.jpg. Move it with the arrow keys', true],
      ['Move photo 2 to the left', true],
      ['Move photo 2 to the right', false],
      ['Remove photo 2', true],
    ]);
  });

  it('are only looked at by those who may not change them', () => {
    const html = markup(<PhotoGrid photos={photos} onMove={null} onRemove={null} />);
    expect(buttons(html)).toEqual([]);
    expect(html).toContain('Photo 2 of 2, b.jpg');
  });
});

describe('what could be better about photos', () => {
  it('is said in the language of the suggestions, so that it is read out in it', () => {
    const fault = {
      imageId: 'b',
      number: 2,
      label: 'Blurred',
      name: 'blurred',
      sentence: 'Das Foto ist unscharf.',
    };
    expect(markup(<PhotoFaults faults={[fault]} language="de" />)).toContain(
      'Photo 2, blurred:</b> <span lang="de">Das Foto ist unscharf.</span>',
    );
    const repeated = { ...fault, label: 'Duplicate', name: 'duplicate of photo 1', sentence: null };
    expect(markup(<PhotoFaults faults={[repeated]} language="de" />)).toContain(
      '<b>Photo 2, duplicate of photo 1.</b></li>',
    );
  });
});

describe('looking at the photos', () => {
  it.each<[string, AnalysisView, string]>([
    ['nobody has looked at', { kind: 'not_begun' }, 'Analyse photos'],
    ['have changed', { kind: 'outdated', sentence: '' }, 'Analyse again'],
    ['wait for somebody', { kind: 'paused', sentence: '' }, 'Resume'],
    ['are on their way', { kind: 'uploading' }, ''],
    ['are being looked at', { kind: 'running', sentence: '' }, ''],
    ['are all known', { kind: 'done' }, ''],
  ])('is offered for photos that %s', (_, view, label) => {
    const html = markup(<AnalysisAction view={view} actions={{ start: nothing, resume: nothing }} />);
    expect(html.replaceAll(/<style.*?<\/style>|<[^>]*>/gsu, '')).toBe(label);
  });
});
