/**
 * Checks a PowerPoint file against what ISO/IEC 29500 asks of one: the package (content types, relationships), the order
 * of elements, and ids. PowerPoint offers to repair a file that breaks these rules; other programs are more patient.
 */
import { posix } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';

/** An element with its children in order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** A presentation taken apart. */
export interface Presentation {
  parts: Map<string, Uint8Array>;
  /** Every XML part, by name. */
  documents: Map<string, XmlElement>;
  /** What breaks the rules, in words; empty: nothing does. */
  problems: string[];
}

/** The children that elements may have, in this order. */
const ORDER: Record<string, readonly string[]> = {
  'p:presentation': [
    'p:sldMasterIdLst',
    'p:notesMasterIdLst',
    'p:handoutMasterIdLst',
    'p:sldIdLst',
    'p:sldSz',
    'p:notesSz',
    'p:defaultTextStyle',
    'p:extLst',
  ],
  'p:sldMaster': [
    'p:cSld',
    'p:clrMap',
    'p:sldLayoutIdLst',
    'p:transition',
    'p:timing',
    'p:hf',
    'p:txStyles',
    'p:extLst',
  ],
  'p:sldLayout': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:hf', 'p:extLst'],
  'p:sld': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:extLst'],
  'p:cSld': ['p:bg', 'p:spTree', 'p:custDataLst', 'p:controls', 'p:extLst'],
  'p:bgPr': ['a:solidFill', 'a:effectLst'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody', 'p:extLst'],
  'p:cxnSp': ['p:nvCxnSpPr', 'p:spPr', 'p:style', 'p:extLst'],
  'p:pic': ['p:nvPicPr', 'p:blipFill', 'p:spPr', 'p:style', 'p:extLst'],
  'p:nvSpPr': ['p:cNvPr', 'p:cNvSpPr', 'p:nvPr'],
  'p:nvPicPr': ['p:cNvPr', 'p:cNvPicPr', 'p:nvPr'],
  'p:nvCxnSpPr': ['p:cNvPr', 'p:cNvCxnSpPr', 'p:nvPr'],
  'p:cNvPr': ['a:hlinkClick', 'a:hlinkHover', 'a:extLst'],
  'p:blipFill': ['a:blip', 'a:srcRect', 'a:stretch'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:ln', 'a:effectLst', 'a:extLst'],
  'a:xfrm': ['a:off', 'a:ext', 'a:chOff', 'a:chExt'],
  'a:ln': [
    'a:noFill',
    'a:solidFill',
    'a:prstDash',
    'a:round',
    'a:bevel',
    'a:miter',
    'a:headEnd',
    'a:tailEnd',
  ],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:p': ['a:pPr', 'a:r|a:br', 'a:endParaRPr'],
  'a:pPr': ['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buNone', 'a:tabLst', 'a:defRPr'],
  'a:r': ['a:rPr', 'a:t'],
  'a:br': ['a:rPr'],
  'a:rPr': ['a:ln', 'a:solidFill', 'a:effectLst', 'a:latin', 'a:ea', 'a:cs', 'a:sym', 'a:hlinkClick'],
};

/** Elements that must have all of these children. */
const REQUIRED: Record<string, readonly string[]> = {
  'p:sp': ['p:nvSpPr', 'p:spPr'],
  'p:pic': ['p:nvPicPr', 'p:blipFill', 'p:spPr'],
  'p:cxnSp': ['p:nvCxnSpPr', 'p:spPr'],
  'p:txBody': ['a:bodyPr', 'a:p'],
  'a:r': ['a:t'],
  'p:bgPr': ['a:solidFill', 'a:effectLst'],
};

/** Takes `bytes` apart and checks them. Throws for what is no ZIP archive. */
export function checkPresentation(bytes: Uint8Array): Presentation {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const problems: string[] = [];
  const documents = new Map<string, XmlElement>();
  for (const [name, content] of parts) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const text = strFromU8(content);
    const valid = XMLValidator.validate(text);
    if (valid === true) documents.set(name, parseXml(text));
    else problems.push(`${name}: ${valid.err.msg}`);
  }
  for (const [name, document] of documents) problems.push(...orderProblems(name, document));
  problems.push(
    ...contentTypeProblems(parts, documents),
    ...relationshipProblems(parts, documents),
    ...slideProblems(documents),
    ...idProblems(documents),
  );
  return { parts, documents, problems };
}

/** All elements called `name` in `element`, itself included. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  const below = element.children.flatMap((child) => elementsNamed(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** All text in `element`. */
export function textOf(element: XmlElement): string {
  return element.text + element.children.map(textOf).join('');
}

function orderProblems(part: string, element: XmlElement): string[] {
  const names = element.children.map(({ name }) => name);
  const order = ORDER[element.name];
  const places =
    order === undefined
      ? []
      : names.map((name) => order.findIndex((place) => place.split('|').includes(name)));
  const problems = places.flatMap((place, index) => {
    if (place < 0) return [`${part}: ${element.name} has ${names[index]}`];
    return place < (places[index - 1] ?? 0)
      ? [`${part}: ${names[index]} is too late in ${element.name}`]
      : [];
  });
  const missing = (REQUIRED[element.name] ?? []).filter((name) => !names.includes(name));
  return [
    ...problems,
    ...missing.map((name) => `${part}: ${element.name} has no ${name}`),
    ...element.children.flatMap((child) => orderProblems(part, child)),
  ];
}

function contentTypeProblems(
  parts: ReadonlyMap<string, Uint8Array>,
  documents: ReadonlyMap<string, XmlElement>,
): string[] {
  const types = documents.get('[Content_Types].xml');
  if (types === undefined) return ['There is no [Content_Types].xml'];
  const endings = new Set(elementsNamed(types, 'Default').map(({ attributes }) => attributes['Extension']));
  const named = elementsNamed(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '');
  const undeclared = [...parts.keys()].filter((name) => {
    if (name === '[Content_Types].xml') return false;
    return !named.includes(`/${name}`) && (name.endsWith('.xml') || !endings.has(name.split('.').at(-1)));
  });
  return [
    ...undeclared.map((name) => `${name} has no content type`),
    ...named
      .filter((name) => !parts.has(name.slice(1)))
      .map((name) => `${name} has a content type, but is not there`),
    ...named
      .filter((name, index) => named.indexOf(name) < index)
      .map((name) => `${name} has two content types`),
  ];
}

function relationshipProblems(
  parts: ReadonlyMap<string, Uint8Array>,
  documents: ReadonlyMap<string, XmlElement>,
): string[] {
  const problems: string[] = [];
  const targets = new Set<string>();
  for (const [name, document] of documents) {
    if (!name.endsWith('.rels')) continue;
    const source = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
    const relations = elementsNamed(document, 'Relationship');
    const ids = relations.map(({ attributes }) => attributes['Id'] ?? '');
    if (new Set(ids).size < ids.length) problems.push(`${name} uses an id twice`);
    for (const { attributes } of relations) {
      const target = posix.join(posix.dirname(source), attributes['Target'] ?? '');
      targets.add(target);
      if (!parts.has(target)) problems.push(`${name} refers to ${target}, which is not there`);
    }
    const used = referencesIn(documents.get(source));
    problems.push(
      ...used
        .filter((id) => !ids.includes(id))
        .map((id) => `${source} uses ${id}, which ${name} does not have`),
    );
  }
  const lost = [...parts.keys()].filter(
    (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml' && !targets.has(name),
  );
  return [...problems, ...lost.map((name) => `Nothing refers to ${name}`)];
}

function referencesIn(element: XmlElement | undefined): string[] {
  if (element === undefined) return [];
  const own = Object.entries(element.attributes).flatMap(([name, value]) =>
    name.startsWith('r:') ? [value] : [],
  );
  return [...own, ...element.children.flatMap(referencesIn)];
}

function slideProblems(documents: ReadonlyMap<string, XmlElement>): string[] {
  return [...documents].flatMap(([name, slide]) => {
    if (slide.name !== 'p:sld') return [];
    const ids = elementsNamed(slide, 'p:cNvPr').map(({ attributes }) => attributes['id']);
    const titles = elementsNamed(slide, 'p:ph').filter(({ attributes }) => attributes['type'] === 'title');
    const undescribed = elementsNamed(slide, 'p:pic').filter((picture) =>
      elementsNamed(picture, 'p:cNvPr').some(({ attributes }) => attributes['descr'] === undefined),
    );
    const extents = elementsNamed(slide, 'a:ext').filter(({ attributes }) => 'cx' in attributes);
    const odd = extents.filter(({ attributes }) => !/^\d+$/u.test(`${attributes['cx']}${attributes['cy']}`));
    return [
      ...(new Set(ids).size < ids.length ? [`${name} uses the id of a shape twice`] : []),
      ...(titles.length === 1 ? [] : [`${name} has ${titles.length} titles`]),
      ...(undescribed.length === 0 ? [] : [`${name} has a picture without a description`]),
      ...(odd.length === 0 ? [] : [`${name} has a shape of no proper size`]),
    ];
  });
}

/** Ids of slides begin at 256; those of masters and layouts share numbers from 2^31 on. */
function idProblems(documents: ReadonlyMap<string, XmlElement>): string[] {
  const idsOf = (name: string) =>
    [...documents.values()].flatMap((document) =>
      elementsNamed(document, name).map(({ attributes }) => Number(attributes['id'])),
    );
  const slides = idsOf('p:sldId');
  const others = [...idsOf('p:sldMasterId'), ...idsOf('p:sldLayoutId')];
  const inSections = idsOf('p14:sldId');
  return [
    ...(new Set(slides).size < slides.length ? ['Two slides have one id'] : []),
    ...(slides.some((id) => id < 256 || id >= 2 ** 31) ? ['A slide has an id out of range'] : []),
    ...(new Set(others).size < others.length ? ['Masters and layouts share an id'] : []),
    ...(others.some((id) => id < 2 ** 31) ? ['A master or layout has an id out of range'] : []),
    ...(inSections.join() === slides.join() ? [] : ['The sections do not have all slides in order']),
  ];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
});

const nodesSchema = z.array(z.record(z.string(), z.unknown()));

function parseXml(text: string): XmlElement {
  const root = nodesSchema
    .parse(parser.parse(text))
    .map(elementOf)
    .find(({ name }) => !name.startsWith('?'));
  if (root === undefined) throw new Error('The document has no root');
  return root;
}

/** A node of the parser: its name, its children, and its attributes under `:@`. */
function elementOf(node: Record<string, unknown>): XmlElement {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const attributes = z.record(z.string(), z.string()).parse(node[':@'] ?? {});
  if (name === '#text') return { name, attributes, children: [], text: String(node[name]) };
  const children = nodesSchema.parse(node[name]).map(elementOf);
  const isText = (child: XmlElement) => child.name === '#text';
  return {
    name,
    attributes,
    children: children.filter((child) => !isText(child)),
    text: children
      .filter(isText)
      .map(({ text }) => text)
      .join(''),
  };
}
