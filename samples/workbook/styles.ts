/** The cell styles of the sample workbooks, and the styles part that they are written to. */
import { XML_HEAD } from './xml.ts';

interface CellStyle {
  bold?: boolean;
  size?: number;
  color?: string;
  fill?: string;
  border?: 'thin' | 'top';
  format?: 'money' | 'count' | 'date';
  align?: 'center' | 'right';
  wrap?: boolean;
}

const STYLES = {
  plain: {},
  title: { bold: true, size: 18, color: '24384F' },
  label: { color: '6B7078' },
  strong: { bold: true },
  date: { format: 'date', align: 'right' },
  head: { bold: true, color: 'FFFFFF', fill: '24384F', border: 'thin', align: 'center', wrap: true },
  group: { bold: true, fill: 'E9E2D5', border: 'thin' },
  text: { border: 'thin', wrap: true },
  count: { border: 'thin', align: 'center', format: 'count' },
  money: { border: 'thin', format: 'money' },
  subtotal: { bold: true, fill: 'F6F3EC', border: 'thin' },
  subtotalCount: { bold: true, fill: 'F6F3EC', border: 'thin', align: 'center', format: 'count' },
  subtotalMoney: { bold: true, fill: 'F6F3EC', border: 'thin', format: 'money' },
  total: { bold: true, size: 12, border: 'top' },
  totalCount: { bold: true, size: 12, border: 'top', align: 'center', format: 'count' },
  totalMoney: { bold: true, size: 12, border: 'top', format: 'money' },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

const NAMES = Object.keys(STYLES);
const LIST: readonly CellStyle[] = Object.values(STYLES);

const FORMATS = { money: 164, count: 165, date: 166 } as const;
const BORDERS = { thin: 1, top: 2 } as const;

export function styleIndex(name: StyleName): number {
  return NAMES.indexOf(name);
}

function fontXml({ bold = false, size = 10, color = '1F2732' }: CellStyle): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${color}"/><name val="Calibri"/></font>`;
}

function fillXml({ fill }: CellStyle): string {
  return fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`;
}

function formatXml(style: CellStyle, index: number): string {
  const horizontal = style.align === undefined ? '' : ` horizontal="${style.align}"`;
  const format = style.format === undefined ? 0 : FORMATS[style.format];
  const border = style.border === undefined ? 0 : BORDERS[style.border];
  return `<xf numFmtId="${format}" fontId="${index}" fillId="${index + 2}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${horizontal}${style.wrap === true ? ' wrapText="1"' : ''}/></xf>`;
}

const line = (side: string) => `<${side} style="thin"><color rgb="FFC9C3B6"/></${side}>`;
const boxed = ['left', 'right', 'top', 'bottom'].map(line).join('');

/** Fills 0 and 1 are fixed by the format, so those of the styles begin at 2. */
export const STYLES_XML = [
  `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="[$€-2]\\ #,##0.00"/><numFmt numFmtId="165" formatCode="#,##0"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy"/></numFmts>',
  `<fonts count="${LIST.length}">${LIST.map(fontXml).join('')}</fonts>`,
  `<fills count="${LIST.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${LIST.map(fillXml).join('')}</fills>`,
  `<borders count="3"><border/><border>${boxed}<diagonal/></border><border><left/><right/><top style="double"><color rgb="FF24384F"/></top><bottom/><diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  `<cellXfs count="${LIST.length}">${LIST.map(formatXml).join('')}</cellXfs>`,
  '</styleSheet>',
].join('');
