import { beforeAll, describe, expect, it } from 'vitest';
import { makeWorkbook, relationships } from '../testing/make-workbook.ts';
import { photoPng } from '../testing/make-pictures.ts';
import { readImages, sourceOf } from '../testing/read-all.ts';

let photo: Uint8Array;
let other: Uint8Array;

beforeAll(async () => {
  photo = await photoPng(90, 60, 1);
  other = await photoPng(90, 60, 4);
});

const placesOf = async (bytes: Uint8Array) =>
  (await readImages(sourceOf(bytes, 'xlsx'))).images.map(({ places }) =>
    places.map((place) => (place.kind === 'cell' ? [place.sheet, place.row, place.column] : null)),
  );

const marker = (name: string, column: number, row: number, rowOffset = 0) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${name}>`;
const picture = (id: string, extra = '') =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="p"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/>${extra}</xdr:blipFill></xdr:pic>`;

function withDrawing(anchors: string): Uint8Array {
  return makeWorkbook(
    { B2: 'SKU', C2: 'Name', D2: 'Price' },
    {
      tail: '<drawing r:id="rId1"/>',
      sheetRelations: [['rId1', 'drawing', '../drawings/drawing1.xml']],
      parts: {
        'xl/drawings/drawing1.xml':
          '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
          `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors}</xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': relationships([
          ['rId1', 'image', '../media/image1.png'],
          ['rId2', 'image', '/xl/media/image2.png'],
          ['rId3', 'image', '../media/broken.png'],
        ]),
        'xl/media/image1.png': photo,
        'xl/media/image2.png': other,
        'xl/media/broken.png': photo.slice(0, 60),
      },
    },
  );
}

describe('a floating picture', () => {
  it('stands in the cell of its anchor', async () => {
    const bytes = withDrawing(
      `<xdr:twoCellAnchor>${marker('from', 0, 6)}${marker('to', 1, 7)}${picture('rId1')}</xdr:twoCellAnchor>` +
        `<xdr:oneCellAnchor>${marker('from', 0, 7)}<xdr:ext cx="300000" cy="150000"/>${picture('rId2')}</xdr:oneCellAnchor>`,
    );
    expect(await placesOf(bytes)).toEqual([[['Sheet', 7, 1]], [['Sheet', 8, 1]]]);
  });

  it('belongs to the row that it covers most', async () => {
    const atFoot = marker('from', 0, 6, 170_000);
    const bytes = withDrawing(
      `<xdr:twoCellAnchor>${atFoot}${marker('to', 1, 8)}${picture('rId1')}</xdr:twoCellAnchor>`,
    );
    expect(await placesOf(bytes)).toEqual([[['Sheet', 8, 1]]]);
  });

  it('may stand at a spot of the sheet instead', async () => {
    const bytes = withDrawing(
      `<xdr:absoluteAnchor><xdr:pos x="0" y="${2 * 15 * 12_700}"/><xdr:ext cx="300000" cy="150000"/>${picture('rId1')}</xdr:absoluteAnchor>`,
    );
    expect(await placesOf(bytes)).toEqual([[['Sheet', 3, 1]]]);
  });

  it('is one image when it is used for several rows', async () => {
    const anchors = [4, 5].map(
      (row) =>
        `<xdr:twoCellAnchor>${marker('from', 0, row)}${marker('to', 1, row + 1)}${picture('rId1')}</xdr:twoCellAnchor>`,
    );
    expect(await placesOf(withDrawing(anchors.join('')))).toEqual([
      [
        ['Sheet', 5, 1],
        ['Sheet', 6, 1],
      ],
    ]);
  });

  it('is cropped as in the sheet', async () => {
    const bytes = withDrawing(
      `<xdr:twoCellAnchor>${marker('from', 0, 4)}${marker('to', 1, 5)}${picture('rId1', '<a:srcRect l="50000"/>')}</xdr:twoCellAnchor>`,
    );
    const { images } = await readImages(sourceOf(bytes, 'xlsx'));
    expect([images[0]?.width, images[0]?.height]).toEqual([45, 60]);
  });

  it('is left out when it is broken', async () => {
    const bytes = withDrawing(
      `<xdr:twoCellAnchor>${marker('from', 0, 4)}${marker('to', 1, 5)}${picture('rId3')}</xdr:twoCellAnchor>` +
        `<xdr:twoCellAnchor>${marker('from', 0, 5)}${marker('to', 1, 6)}${picture('rId1')}</xdr:twoCellAnchor>`,
    );
    expect(await placesOf(bytes)).toEqual([[['Sheet', 6, 1]]]);
  });
});

describe('a picture in a cell', () => {
  it('is found when Excel placed it there', async () => {
    const bytes = makeWorkbook(
      {},
      {
        rows: '<row r="4"><c r="B4" t="e" vm="2"><v>#VALUE!</v></c></row><row r="5"><c r="B5" t="e" vm="1"><v>#VALUE!</v></c></row>',
        relations: [
          ['rId8', 'sheetMetadata', 'metadata.xml'],
          [
            'rId9',
            'http://schemas.microsoft.com/office/2017/06/relationships/rdRichValue',
            'richData/rdrichvalue.xml',
          ],
          [
            'rId10',
            'http://schemas.microsoft.com/office/2017/06/relationships/rdRichValueStructure',
            'richData/rdrichvaluestructure.xml',
          ],
          [
            'rId11',
            'http://schemas.microsoft.com/office/2022/10/relationships/richValueRel',
            'richData/richValueRel.xml',
          ],
        ],
        parts: {
          'xl/metadata.xml':
            '<metadata><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes>' +
            '<futureMetadata name="XLRICHVALUE" count="2"><bk><extLst><ext><xlrd:rvb i="0"/></ext></extLst></bk>' +
            '<bk><extLst><ext><xlrd:rvb i="1"/></ext></extLst></bk></futureMetadata>' +
            '<valueMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="1" v="1"/></bk></valueMetadata></metadata>',
          'xl/richData/rdrichvalue.xml':
            '<rvData><rv s="0"><v>0</v><v>5</v></rv><rv s="0"><v>1</v><v>5</v></rv></rvData>',
          'xl/richData/rdrichvaluestructure.xml':
            '<rvStructures><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>',
          'xl/richData/richValueRel.xml':
            '<richValueRels><rel r:id="rId1"/><rel r:id="rId2"/></richValueRels>',
          'xl/richData/_rels/richValueRel.xml.rels': relationships([
            ['rId1', 'image', '../media/image1.png'],
            ['rId2', 'image', '../media/image2.png'],
          ]),
          'xl/media/image1.png': photo,
          'xl/media/image2.png': other,
        },
      },
    );
    const { images } = await readImages(sourceOf(bytes, 'xlsx'));
    expect(images.map((image) => image.places)).toEqual([
      [{ kind: 'cell', sheet: 'Sheet', row: 4, column: 2 }],
      [{ kind: 'cell', sheet: 'Sheet', row: 5, column: 2 }],
    ]);
  });

  it('is found when WPS Office shows it by a formula', async () => {
    const bytes = makeWorkbook(
      {},
      {
        rows: '<row r="3"><c r="A3" t="str"><f>_xlfn.DISPIMG("ID_AB12",1)</f><v>=DISPIMG("ID_AB12",1)</v></c></row>',
        parts: {
          'xl/cellimages.xml':
            '<etc:cellImages><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr name="ID_AB12"/></xdr:nvPicPr>' +
            '<xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>',
          'xl/_rels/cellimages.xml.rels': relationships([['rId1', 'image', 'media/image1.png']]),
          'xl/media/image1.png': photo,
        },
      },
    );
    expect(await placesOf(bytes)).toEqual([[['Sheet', 3, 1]]]);
  });
});
