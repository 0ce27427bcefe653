/** Writes a laid-out deck as a PowerPoint file (Office Open XML, ISO/IEC 29500). */
import type { Writable } from 'node:stream';
import type { DeckPicture, DeckSlide } from '@docket/model/deck/elements';
import type { DeckPages } from '@docket/model/deck/lay-out';
import type { Palette } from '@docket/model/deck/palette';
import { mediaName } from '../media.ts';
import type { DeckProperties, WriteOptions } from '../write-options.ts';
import {
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  PRESENTATION_PROPERTIES,
  presentationXml,
  TABLE_STYLES,
  VIEW_PROPERTIES,
} from './package-parts.ts';
import { slideXml } from './slide-xml.ts';
import { slideLayoutXml, slideMasterXml, themeXml } from './theme-xml.ts';
import { type Relationship, relationshipsXml } from './xml.ts';
import { ZipWriter } from './zip-writer.ts';

/** Writes all slides of `deck` and ends `out`. A picture that is used many times is in the file once. */
export async function writePresentation(
  deck: DeckPages,
  out: Writable,
  options: WriteOptions,
): Promise<void> {
  const { properties, media, signal, onSlide } = options;
  const zip = new ZipWriter(out, properties.createdAt);
  await zip.addText('[Content_Types].xml', contentTypesXml(deck.slides.length));
  await addFrame(zip, deck.slides, deck.palette, properties);
  const written = new Set<string>();
  for (const [index, slide] of deck.slides.entries()) {
    signal.throwIfAborted();
    for (const picture of slide.elements.filter((element) => element.kind === 'picture')) {
      const name = mediaName(picture.source);
      if (written.has(name)) continue;
      written.add(name);
      await zip.addStored(`ppt/media/${name}`, await media(picture.source));
    }
    await addSlide(zip, slide, index + 1);
    onSlide(index + 1);
  }
  await zip.end();
}

async function addFrame(
  zip: ZipWriter,
  slides: readonly DeckSlide[],
  palette: Palette,
  properties: DeckProperties,
): Promise<void> {
  const corePropertiesType =
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const parts: [name: string, content: string][] = [
    [
      '_rels/.rels',
      relationshipsXml([
        { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
        { id: 'rId2', type: corePropertiesType, target: 'docProps/core.xml' },
        { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
    ],
    ['docProps/core.xml', corePropertiesXml(properties)],
    ['docProps/app.xml', appPropertiesXml(slides.length)],
    ['ppt/presentation.xml', presentationXml(slides, 'rId1', slideRelation)],
    ['ppt/_rels/presentation.xml.rels', relationshipsXml(presentationRelations(slides.length))],
    ['ppt/presProps.xml', PRESENTATION_PROPERTIES],
    ['ppt/viewProps.xml', VIEW_PROPERTIES],
    ['ppt/tableStyles.xml', TABLE_STYLES],
    ['ppt/theme/theme1.xml', themeXml(palette)],
    ['ppt/slideMasters/slideMaster1.xml', slideMasterXml(palette)],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationshipsXml([
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', type: 'theme', target: '../theme/theme1.xml' },
      ]),
    ],
    ['ppt/slideLayouts/slideLayout1.xml', slideLayoutXml()],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relationshipsXml([{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    ],
  ];
  for (const [name, content] of parts) await zip.addText(name, content);
}

/** Relationships of the presentation before those to its slides. */
const FRAME_RELATIONS = [
  ['slideMaster', 'slideMasters/slideMaster1.xml'],
  ['theme', 'theme/theme1.xml'],
  ['presProps', 'presProps.xml'],
  ['viewProps', 'viewProps.xml'],
  ['tableStyles', 'tableStyles.xml'],
] as const;

function slideRelation(index: number): string {
  return `rId${FRAME_RELATIONS.length + index + 1}`;
}

function presentationRelations(slideCount: number): Relationship[] {
  const frame = FRAME_RELATIONS.map(([type, target], index) => ({ id: `rId${index + 1}`, type, target }));
  const slides = Array.from({ length: slideCount }, (_, index) => ({
    id: slideRelation(index),
    type: 'slide',
    target: `slides/slide${index + 1}.xml`,
  }));
  return [...frame, ...slides];
}

async function addSlide(zip: ZipWriter, slide: DeckSlide, number: number): Promise<void> {
  const relations: Relationship[] = [
    { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
  ];
  const relationOf = ({ source }: DeckPicture) => {
    const target = `../media/${mediaName(source)}`;
    const known = relations.find((relation) => relation.target === target);
    if (known !== undefined) return known.id;
    const added = { id: `rId${relations.length + 1}`, type: 'image', target };
    relations.push(added);
    return added.id;
  };
  await zip.addText(`ppt/slides/slide${number}.xml`, slideXml(slide, relationOf));
  await zip.addText(`ppt/slides/_rels/slide${number}.xml.rels`, relationshipsXml(relations));
}
