import { DECK_LAYOUTS } from '@docket/model/deck';
import { LINE_HEIGHT } from '@docket/model/deck/elements';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  checkPresentation,
  elementsNamed,
  type Presentation,
  textOf,
} from '../testing/check-presentation.ts';
import { madeDeck, NAMES, written } from '../testing/made-deck.ts';
import { writePresentation } from './write-presentation.ts';

const slideOf = ({ documents }: Presentation, number: number) => {
  const slide = documents.get(`ppt/slides/slide${number}.xml`);
  if (slide === undefined) throw new Error(`There is no slide ${number}`);
  return slide;
};

describe('a presentation', () => {
  it.each(DECK_LAYOUTS)('with %i items a slide keeps the rules of Office Open XML', async (layout) => {
    const { bytes } = await written(madeDeck({ layout }), writePresentation);
    expect(checkPresentation(bytes).problems).toEqual([]);
  });

  it('has every slide of the deck, each with its title', async () => {
    const deck = madeDeck();
    const { bytes, slides } = await written(deck, writePresentation);
    const presentation = checkPresentation(bytes);
    const titles = deck.slides.map(({ number }) => {
      const title = elementsNamed(slideOf(presentation, number), 'p:sp').find(
        (shape) => elementsNamed(shape, 'p:ph').length > 0,
      );
      return title === undefined ? '' : textOf(title);
    });
    expect(titles).toEqual([
      'Harbour & Vale',
      'Mäntel & Jacken',
      'Mäntel & Jacken',
      'Mäntel & Jacken',
      '外套',
      '外套',
    ]);
    expect(slides).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...presentation.documents.keys()].filter((name) => /slides\/slide\d/u.test(name))).toHaveLength(
      6,
    );
  });

  it('has all text as text, as it was', async () => {
    const { bytes } = await written(madeDeck({ layout: 1 }), writePresentation);
    const all = [...checkPresentation(bytes).documents.values()].map(textOf).join('\n');
    for (const name of NAMES) expect(all.replaceAll('\n', '')).toContain(name.split(' ')[0]);
  });

  it('says where lines break, and by how much they are apart', async () => {
    const deck = madeDeck({ title: 'A title that is long enough for at least two lines' });
    const { bytes } = await written(deck, writePresentation);
    const [title] = elementsNamed(slideOf(checkPresentation(bytes), 1), 'p:sp').filter(
      (shape) => elementsNamed(shape, 'p:ph').length > 0,
    );
    if (title === undefined) throw new Error('There is no title');
    const [run] = elementsNamed(title, 'a:rPr');
    const [spacing] = elementsNamed(title, 'a:spcPts');
    expect(elementsNamed(title, 'a:r').length).toBe(elementsNamed(title, 'a:br').length + 1);
    expect(elementsNamed(title, 'a:p')).toHaveLength(1);
    expect(Number(spacing?.attributes['val'])).toBe(Number(run?.attributes['sz']) * LINE_HEIGHT);
    expect(elementsNamed(title, 'a:bodyPr')[0]?.attributes).toMatchObject({
      wrap: 'none',
      lIns: '0',
      tIns: '0',
    });
  });

  it('has a picture that is used many times once, with the name of the item for those who cannot see it', async () => {
    const { bytes, asked } = await written(madeDeck(), writePresentation);
    const presentation = checkPresentation(bytes);
    const media = [...presentation.parts.keys()].filter((name) => name.startsWith('ppt/media/'));
    expect(media.toSorted()).toEqual(
      ['logo.png', 'picture0.jpg', 'picture1.jpg', 'picture2.jpg'].map((name) => `ppt/media/${name}`),
    );
    expect(asked).toHaveLength(4);
    const described = elementsNamed(slideOf(presentation, 3), 'p:pic').map(
      (picture) => elementsNamed(picture, 'p:cNvPr')[0]?.attributes['descr'],
    );
    expect(described).toContain(NAMES[1]);
  });

  it('says what it is: title, season, time', async () => {
    const { bytes } = await written(madeDeck(), writePresentation);
    const core = checkPresentation(bytes).documents.get('docProps/core.xml');
    expect(core?.children.map(({ name, text }) => [name, text])).toEqual(
      expect.arrayContaining([
        ['dc:title', 'Harbour & Vale'],
        ['dc:subject', 'AW26'],
        ['dcterms:created', '2026-08-01T10:20:30Z'],
      ]),
    );
  });

  it('is the same for the same deck', async () => {
    const [one, other] = [
      await written(madeDeck(), writePresentation),
      await written(madeDeck(), writePresentation),
    ];
    expect(one.bytes).toEqual(other.bytes);
  });

  it('stops when its run is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(written(madeDeck(), writePresentation, { signal })).rejects.toThrow('cancelled');
  });
});

describe('the checker', () => {
  /** A sound presentation with one part changed, or removed. */
  const spoiled = async (name: string, change: (text: string) => string | null) => {
    const { bytes } = await written(madeDeck(), writePresentation);
    const { parts } = checkPresentation(bytes);
    const text = change(new TextDecoder().decode(parts.get(name)));
    if (text === null) parts.delete(name);
    else parts.set(name, strToU8(text));
    return checkPresentation(zipSync(Object.fromEntries(parts))).problems;
  };

  it.each([
    [
      'a part that is not well-formed',
      'ppt/slides/slide2.xml',
      (text: string) => text.replace('</p:sld>', ''),
      /slide2/u,
    ],
    ['a missing picture', 'ppt/media/picture0.jpg', () => null, /picture0.jpg, which is not there/u],
    [
      'a missing content type',
      '[Content_Types].xml',
      (text: string) => text.replace(/<Default Extension="png"[^>]*>/u, ''),
      /logo.png has no content type/u,
    ],
    [
      'a relationship that is used but not there',
      'ppt/slides/slide1.xml',
      (text: string) => text.replace('r:embed="rId2"', 'r:embed="rId99"'),
      /rId99/u,
    ],
    [
      'elements in the wrong order',
      'ppt/slides/slide1.xml',
      (text: string) => text.replace(/(<a:latin[^>]*>)(<a:cs[^>]*>)/u, '$2$1'),
      /a:latin is too late in a:rPr/u,
    ],
    [
      'an id that is used twice',
      'ppt/slides/slide1.xml',
      (text: string) => text.replace('id="3"', 'id="2"'),
      /id of a shape twice/u,
    ],
    [
      'a slide without a title',
      'ppt/slides/slide1.xml',
      (text: string) => text.replace('<p:ph type="title"/>', ''),
      /0 titles/u,
    ],
    [
      'sections without a slide',
      'ppt/presentation.xml',
      (text: string) => text.replace(/<p14:sldId [^>]*>/u, ''),
      /sections/u,
    ],
  ])('finds %s', async (_what, name, change, problem) => {
    expect((await spoiled(name, change)).join('\n')).toMatch(problem);
  });
});
