import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { fitmentsToAces } from './aces-xml.ts';
import { mergeFitments } from './merge-fitments.ts';
import { anyFitments, makeFitment } from './testing/make-fitments.ts';

const schema = await readFile(new URL('aces.xsd', import.meta.url), 'utf8');
const header = {
  company: 'Harbour & Vale',
  sender: 'Mara',
  title: 'Fitments of Harbour & Vale',
  at: new Date(Date.UTC(2026, 9, 8, 23, 59)),
};

/** What is wrong with documents, by the schema. */
async function faultsOf(documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema });
  return errors.map(({ message, loc }) => `${loc?.fileName}: ${message}`);
}

describe('the ACES document of fitments', () => {
  it('has a record for each part, vehicle and range of years', async () => {
    const merged = mergeFitments([
      makeFitment({ from: 2005, to: 2006, submodel: 'EX', qualifiers: ['2.4L', 'AWD'] }),
      makeFitment({ from: 2007, to: 2010, submodel: 'EX', qualifiers: ['2.4L', 'AWD'] }),
      makeFitment({ part_number: 'F<1>', description: '', make: 'Ford', model: 'F-150' }),
    ]);
    const document = fitmentsToAces(merged, header);
    expect(document).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<ACES version="4.2">
  <Header>
    <Company>Harbour &amp; Vale</Company>
    <SenderName>Mara</SenderName>
    <TransferDate>2026-10-08</TransferDate>
    <DocumentTitle>Fitments of Harbour &amp; Vale</DocumentTitle>
    <EffectiveDate>2026-10-08</EffectiveDate>
    <SubmissionType>FULL</SubmissionType>
  </Header>
  <App action="A" id="1" validate="no">
    <Years from="2005" to="2010"/>
    <Make>Honda</Make>
    <Model>Civic</Model>
    <SubModel>EX</SubModel>
    <Note>2.4L</Note>
    <Note>AWD</Note>
    <MfrLabel>Front brake pads</MfrLabel>
    <Part>BP-1042</Part>
  </App>
  <App action="A" id="2" validate="no">
    <Years from="2005" to="2005"/>
    <Make>Ford</Make>
    <Model>F-150</Model>
    <Part>F&lt;1&gt;</Part>
  </App>
  <Footer>
    <RecordCount>2</RecordCount>
  </Footer>
</ACES>
`);
    expect(await faultsOf([document])).toEqual([]);
  });

  it('is valid without any fitment', async () => {
    expect(await faultsOf([fitmentsToAces([], header)])).toEqual([]);
  });

  it('is judged by a schema that finds what is wrong', async () => {
    const right = fitmentsToAces(mergeFitments([makeFitment(), makeFitment({ make: 'Ford' })]), header);
    const wrong = [
      right.replace('<Make>Ford</Make>', ''),
      right.replace('id="2"', 'id="1"'),
      right.replace('from="2005"', 'from="05"'),
      right.replace('<Part>BP-1042</Part>', '<Part></Part>'),
    ];
    for (const document of wrong) {
      expect(document).not.toBe(right);
      expect(await faultsOf([document])).not.toEqual([]);
    }
  });

  it('is valid whatever characters the fitments have', async () => {
    const names = fc.string({ unit: 'binary', minLength: 1 });
    const document = fc
      .tuple(anyFitments, names, names)
      .map(([fitments, company, title]) =>
        fitmentsToAces(mergeFitments(fitments), { ...header, company, title }),
      );
    // The validator starts a worker for each call: many documents are validated in one.
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 50, maxLength: 100 }), async (documents) => {
        expect(await faultsOf(documents)).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });

  it('says what the fitments say, as long as XML has the characters', async () => {
    const fitments = [makeFitment({ part_number: 'a\u0000b\uD800', description: ' x ]]> \r\n&amp; 😀' })];
    const document = fitmentsToAces(mergeFitments(fitments), header);
    expect(document).toContain('<Part>a\uFFFDb\uFFFD</Part>');
    expect(document).toContain('<MfrLabel> x ]]&gt; &#13;\n&amp;amp; 😀</MfrLabel>');
    expect(await faultsOf([document])).toEqual([]);
  });
});
