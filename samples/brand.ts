/** The invented brand behind the samples: its names, its season and its colour card. Nothing here exists. */

export const BRAND = {
  name: 'Harbour & Vale',
  season: 'Autumn / Winter 2026',
  seasonShort: 'AW26',
  collection: 'The Estuary Collection',
  currency: 'EUR',
  address: ['Harbour & Vale Studio', 'Ropewalk 14', 'Port Ellary'],
  sales: 'wholesale@harbourandvale.example',
} as const;

export interface Colour {
  name: string;
  /** As printed behind the name: three digits. */
  code: string;
  hex: string;
}

function colour(name: string, code: string, hex: string): Colour {
  return { name, code, hex };
}

export const COLOURS = {
  ecru: colour('Ecru', '101', '#ece4d4'),
  chalk: colour('Chalk', '104', '#f4f1ea'),
  oat: colour('Oat', '118', '#cdb796'),
  camel: colour('Camel', '124', '#b98b4e'),
  ochre: colour('Ochre', '132', '#c8963e'),
  rust: colour('Rust', '215', '#b3603b'),
  brick: colour('Brick', '221', '#8f3f35'),
  claret: colour('Claret', '228', '#6a2a2c'),
  heather: colour('Heather', '236', '#9c7f92'),
  moss: colour('Moss', '310', '#5c6347'),
  pine: colour('Pine', '318', '#2f4a45'),
  sage: colour('Sage', '322', '#93a08a'),
  sky: colour('Sky', '402', '#b8c9d8'),
  harbour: colour('Harbour', '410', '#3f5874'),
  navy: colour('Navy', '418', '#27344c'),
  fog: colour('Fog', '505', '#a4a49f'),
  slate: colour('Slate', '512', '#66707a'),
  graphite: colour('Graphite', '518', '#3f4145'),
  black: colour('Black', '599', '#232326'),
  tan: colour('Tan', '610', '#9a6b3f'),
  bark: colour('Bark', '618', '#463127'),
} as const;
