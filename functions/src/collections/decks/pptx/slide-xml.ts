/** One slide in PresentationML: what the layout model says, element by element. */
import type {
  DeckElement,
  DeckLine,
  DeckPicture,
  DeckRectangle,
  DeckSlide,
  DeckText,
} from '@docket/model/deck/elements';
import { LINE_HEIGHT } from '@docket/model/deck/elements';
import type { Box } from '@docket/model/geometry';
import { emu, escapeXml, NAMESPACES, solidFill, xmlDocument } from './xml.ts';

/** The font of the deck. Every program has it or one of the same widths. */
const FONT = '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>';

/** Says to screen readers that a shape has nothing to tell. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;

/** The slide; `relationOf` gives the id of the relationship to a picture. */
export function slideXml(slide: DeckSlide, relationOf: (picture: DeckPicture) => string): string {
  const shapes = slide.elements.map((element, index) => shapeXml(element, index + 2, relationOf));
  return xmlDocument(
    `<p:sld ${NAMESPACES}><p:cSld name="${escapeXml(slide.title)}"><p:bg><p:bgPr>${solidFill(slide.background)}<a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
}

/** What every tree of shapes begins with. */
export const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

function shapeXml(element: DeckElement, id: number, relationOf: (picture: DeckPicture) => string): string {
  switch (element.kind) {
    case 'rectangle':
      return rectangleXml(element, id);
    case 'line':
      return lineXml(element, id);
    case 'picture':
      return pictureXml(element, id, relationOf(element));
    case 'text':
      return textXml(element, id);
  }
}

function transform({ x, y, width, height }: Box): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

function geometry(box: Box, preset: 'rect' | 'line'): string {
  return `${transform(box)}<a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>`;
}

function outlineXml(outline: { color: string; width: number } | null): string {
  if (outline === null) return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${emu(outline.width)}">${solidFill(outline.color)}<a:miter lim="800000"/></a:ln>`;
}

function rectangleXml({ box, fill, outline }: DeckRectangle, id: number): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Surface ${id}">${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${geometry(box, 'rect')}${solidFill(fill)}${outlineXml(outline)}</p:spPr></p:sp>`;
}

function lineXml({ from, to, color, width }: DeckLine, id: number): string {
  const box = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Line ${id}">${DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${geometry(box, 'line')}${outlineXml({ color, width })}</p:spPr></p:cxnSp>`;
}

function pictureXml({ box, crop, alt }: DeckPicture, id: number, relation: string): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${escapeXml(alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/>${cropXml(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${geometry(box, 'rect')}</p:spPr></p:pic>`;
}

/** What is cut off at each edge, in thousandths of a percent. */
function cropXml({ x, y, width, height }: Box): string {
  const share = (value: number) => Math.round(value * 100_000);
  const [left, top, right, bottom] = [share(x), share(y), share(1 - x - width), share(1 - y - height)];
  if (left + top + right + bottom === 0) return '';
  return `<a:srcRect l="${left}" t="${top}" r="${right}" b="${bottom}"/>`;
}

function textXml(text: DeckText, id: number): string {
  const title = text.role === 'title';
  const kind = title
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${title ? 'Title' : 'Text'} ${id}"/>${kind}</p:nvSpPr><p:spPr>${geometry(text.box, 'rect')}<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t" anchorCtr="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphXml(text)}</p:txBody></p:sp>`;
}

/** One paragraph with the model's line breaks in it, so that it stays one text for those who edit or search it. */
function paragraphXml({ lines, size, weight, color, align }: DeckText): string {
  const properties = `lang="en-GB" sz="${hundredths(size)}" b="${weight === 'bold' ? 1 : 0}" dirty="0"`;
  const look = `${solidFill(color)}${FONT}`;
  const runs = lines.map(
    (line) => `<a:r><a:rPr ${properties}>${look}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r>`,
  );
  const lineBreak = `<a:br><a:rPr ${properties}>${look}</a:rPr></a:br>`;
  const spacing = `<a:lnSpc><a:spcPts val="${hundredths(size * LINE_HEIGHT)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>`;
  return `<a:p><a:pPr marL="0" indent="0" algn="${ALIGN[align]}">${spacing}<a:buNone/></a:pPr>${runs.join(lineBreak)}</a:p>`;
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}
