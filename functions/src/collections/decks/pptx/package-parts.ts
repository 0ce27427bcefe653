/** The parts of a presentation that say what it is and what it consists of. */
import { createHash } from 'node:crypto';
import { type DeckSlide, SLIDE } from '@docket/model/deck/elements';
import type { DeckProperties } from '../write-options.ts';
import { emu, escapeXml, NAMESPACES, xmlDocument } from './xml.ts';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export function contentTypesXml(slideCount: number): string {
  const slides = Array.from(
    { length: slideCount },
    (_, index) => [`/ppt/slides/slide${index + 1}.xml`, `${OPEN_XML}.presentationml.slide+xml`] as const,
  );
  const overrides = [
    ['/ppt/presentation.xml', `${OPEN_XML}.presentationml.presentation.main+xml`],
    ['/ppt/slideMasters/slideMaster1.xml', `${OPEN_XML}.presentationml.slideMaster+xml`],
    ['/ppt/slideLayouts/slideLayout1.xml', `${OPEN_XML}.presentationml.slideLayout+xml`],
    ['/ppt/theme/theme1.xml', `${OPEN_XML}.theme+xml`],
    ['/ppt/presProps.xml', `${OPEN_XML}.presentationml.presProps+xml`],
    ['/ppt/viewProps.xml', `${OPEN_XML}.presentationml.viewProps+xml`],
    ['/ppt/tableStyles.xml', `${OPEN_XML}.presentationml.tableStyles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', `${OPEN_XML}.extended-properties+xml`],
    ...slides,
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return xmlDocument(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
  );
}

/** Ids of slides begin here, as the format asks. */
const FIRST_SLIDE_ID = 256;

/** `relationOf` gives the relationship to the slide with the 0-based index. */
export function presentationXml(
  slides: readonly DeckSlide[],
  masterRelation: string,
  relationOf: (index: number) => string,
): string {
  const ids = slides.map(
    (_, index) => `<p:sldId id="${FIRST_SLIDE_ID + index}" r:id="${relationOf(index)}"/>`,
  );
  const size = `cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"`;
  return xmlDocument(
    `<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${masterRelation}"/></p:sldMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz ${size}/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr></p:defaultTextStyle>${sectionsXml(slides)}</p:presentation>`,
  );
}

/** The sections in which PowerPoint groups the slides, in the order in which they begin. */
function sectionsXml(slides: readonly DeckSlide[]): string {
  const sections: { name: string; ids: number[] }[] = [];
  for (const [index, slide] of slides.entries()) {
    const name = slide.section ?? (slide.kind === 'cover' ? 'Cover' : 'Styles');
    if (sections.at(-1)?.name !== name) sections.push({ name, ids: [] });
    sections.at(-1)?.ids.push(FIRST_SLIDE_ID + index);
  }
  const all = sections.map(
    ({ name, ids }, index) =>
      `<p14:section name="${escapeXml(name)}" id="${guid(`${index} ${name}`)}"><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join('')}</p14:sldIdLst></p14:section>`,
  );
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${all.join('')}</p14:sectionLst></p:ext></p:extLst>`;
}

/** A GUID made from `text`: the same deck has the same ones. */
function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase();
  return `{${hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/u, '$1-$2-4$3-8$4-$5')}}`;
}

export function corePropertiesXml({ title, subject, createdAt }: DeckProperties): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  return xmlDocument(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Docket</dc:creator><cp:lastModifiedBy>Docket</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  );
}

export function appPropertiesXml(slideCount: number): string {
  return xmlDocument(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>Docket</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slideCount}</Slides><Notes>0</Notes><HiddenSlides>0</HiddenSlides></Properties>`,
  );
}

export const PRESENTATION_PROPERTIES = xmlDocument(`<p:presentationPr ${NAMESPACES}/>`);
export const VIEW_PROPERTIES = xmlDocument(`<p:viewPr ${NAMESPACES}/>`);
/** The table style that PowerPoint takes for new tables: its own medium style. */
export const TABLE_STYLES = xmlDocument(
  '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
);
