/** Approved fitments for tests. */
import fc from 'fast-check';
import type { ApprovedFitment } from '../merge-fitments.ts';

/** Brake pads of a Civic, apart from what is said. */
export function makeFitment(fields: Partial<ApprovedFitment> = {}): ApprovedFitment {
  return {
    part_number: 'BP-1042',
    description: 'Front brake pads',
    make: 'Honda',
    model: 'Civic',
    submodel: '',
    qualifiers: [],
    from: 2005,
    to: 2005,
    job_id: 'job',
    ...fields,
  };
}

/** Of any characters, those that markup and spreadsheets do not take among them. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '<Make>',
    ']]>',
    '&amp;',
    '"',
    "'",
    '\u0000',
    '\uD800',
    '\uFFFF',
    '\r\n',
    '😀',
    '١',
  ),
);

const fitment: fc.Arbitrary<ApprovedFitment> = fc
  .record({
    part_number: fc.oneof(fc.constantFrom('BP 10', 'bp  10', 'BP 11'), text.filter(Boolean)),
    description: fc.oneof(fc.constantFrom('', 'Brake pads', 'Pads'), text),
    make: fc.oneof(fc.constantFrom('Honda', 'Ford'), text.filter(Boolean)),
    model: fc.oneof(fc.constantFrom('Civic', 'F-150'), text.filter(Boolean)),
    submodel: fc.oneof(fc.constantFrom('', 'EX'), text),
    qualifiers: fc.array(fc.oneof(fc.constantFrom('2.4L', 'AWD'), text.filter(Boolean)), { maxLength: 3 }),
    from: fc.integer({ min: 1990, max: 2025 }),
    to: fc.nat({ max: 6 }),
    job_id: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ to, ...rest }) => ({ ...rest, to: rest.from + to }));

/** Any fitments, many of which are of the same part and vehicle. */
export const anyFitments = fc.array(fitment, { maxLength: 25 });
