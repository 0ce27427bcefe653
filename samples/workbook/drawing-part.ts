/** The parts of a workbook that hold pictures: one drawing per sheet with an anchor per picture. */
import { strToU8 } from 'fflate';
import type { Sheet, SheetPicture } from './workbook.ts';
import { XML_HEAD } from './xml.ts';

/** English metric units per pixel at 96 dpi. */
const EMU = 9525;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function anchor(picture: SheetPicture, id: number): string {
  const marker = `<xdr:from><xdr:col>${picture.column - 1}</xdr:col><xdr:colOff>${4 * EMU}</xdr:colOff><xdr:row>${picture.row - 1}</xdr:row><xdr:rowOff>${4 * EMU}</xdr:rowOff></xdr:from>`;
  const extent = `cx="${picture.width * EMU}" cy="${picture.height * EMU}"`;
  return `<xdr:oneCellAnchor>${marker}<xdr:ext ${extent}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id + 1}" name="Picture ${id}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
}

/** The drawing of sheet number `sheet`, its relationships and its picture files, by part name. */
export function drawingParts(
  pictures: readonly SheetPicture[],
  sheet: number,
  relationships: (entries: readonly string[]) => string,
): [name: string, bytes: Uint8Array][] {
  const anchors = pictures.map((picture, index) => anchor(picture, index + 1)).join('');
  const drawing = `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}">${anchors}</xdr:wsDr>`;
  const media = (index: number) => `picture${sheet}-${index + 1}.jpeg`;
  return [
    [`xl/drawings/drawing${sheet}.xml`, strToU8(drawing)],
    [
      `xl/drawings/_rels/drawing${sheet}.xml.rels`,
      strToU8(
        relationships(pictures.map((_, index) => `Type="${OFFICE}/image" Target="../media/${media(index)}"`)),
      ),
    ],
    ...pictures.map((picture, index): [string, Uint8Array] => [`xl/media/${media(index)}`, picture.bytes]),
  ];
}

/** Content types of the drawings. */
export function drawingTypes(sheets: readonly Sheet[]): string {
  return sheets
    .map((sheet, index) =>
      sheet.pictures.length === 0
        ? ''
        : `<Override PartName="/xl/drawings/drawing${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    )
    .join('');
}
