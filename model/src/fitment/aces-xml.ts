/**
 * Merged fitments as a document of the Aftermarket Catalog Exchange Standard, ACES 4.2: one `App` record for each part, vehicle
 * and range of years. Pure. Vehicles are named in words: the ids that stand beside them come from databases that are licensed
 * (VCdb, PCdb, Qdb; see docs/fitments-export.md), and none is made up. `aces.xsd` describes what comes out.
 */
import type { MergedFitment } from './merge-fitments.ts';

/** What stands in the head of the document. */
export interface AcesHeader {
  /** Whose catalogue it is. */
  company: string;
  /** Who sends it. */
  sender: string;
  title: string;
  /** The day on which it is made, in UTC. */
  at: Date;
}

/** The whole document. It replaces what was sent before (`FULL`). */
export function fitmentsToAces(fitments: readonly MergedFitment[], header: AcesHeader): string {
  const day = header.at.toISOString().slice(0, 10);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ACES version="4.2">',
    '  <Header>',
    element(4, 'Company', header.company),
    element(4, 'SenderName', header.sender),
    element(4, 'TransferDate', day),
    element(4, 'DocumentTitle', header.title),
    element(4, 'EffectiveDate', day),
    element(4, 'SubmissionType', 'FULL'),
    '  </Header>',
    ...fitments.map((fitment, index) => app(fitment, index + 1)),
    '  <Footer>',
    element(4, 'RecordCount', String(fitments.length)),
    '  </Footer>',
    '</ACES>',
    '',
  ];
  return lines.join('\n');
}

/** `validate="no"`: without ids there is nothing to be looked up in the VCdb. */
function app(fitment: MergedFitment, id: number): string {
  const { part_number, description, make, model, submodel, qualifiers, from, to } = fitment;
  return [
    `  <App action="A" id="${id}" validate="no">`,
    `    <Years from="${from}" to="${to}"/>`,
    element(4, 'Make', make),
    element(4, 'Model', model),
    ...(submodel === '' ? [] : [element(4, 'SubModel', submodel)]),
    ...qualifiers.map((qualifier) => element(4, 'Note', qualifier)),
    ...(description === '' ? [] : [element(4, 'MfrLabel', description)]),
    element(4, 'Part', part_number),
    '  </App>',
  ].join('\n');
}

function element(indent: number, name: string, text: string): string {
  return `${' '.repeat(indent)}<${name}>${escaped(text)}</${name}>`;
}

/** What XML 1.0 has no way to write, or nobody can read: control characters, halves of surrogate pairs, two that are none. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF\p{Surrogate}]/gu;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  // A reader would take it for a line feed.
  ['\r', '&#13;'],
]);

/** A text of an element. Characters that XML cannot hold become U+FFFD, which says that something was there. */
function escaped(text: string): string {
  return text.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(/[&<>\r]/gu, (one) => ESCAPES.get(one) ?? one);
}
