/** Values that a JSON Schema describes, and values that whoever means no good would send in their place. */
import fc from 'fast-check';
import { z } from 'zod';

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  contentMediaType: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Schema = z.infer<typeof schemaSchema>;
export type Components = Readonly<Record<string, unknown>>;

/** Texts that have broken programs. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '.',
  '..',
  '../w2/collections/secret',
  '..%2f..%2fw2',
  '%00',
  '\u0000',
  '__proto__',
  'constructor',
  '__name__',
  "'; DROP TABLE jobs; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://127.0.0.1")',
  'http://169.254.169.254/latest/meta-data/',
  '\uD800',
  '\u202E',
  '👩‍👩‍👧‍👦',
  'a/b',
  '9'.repeat(400),
  'x'.repeat(20_000),
] as const;

/** Values that are nothing like what is asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE_TEXTS),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, 0.1, [], {}, [[[[[[]]]]]], { toDate: 1 }),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {}}}')),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constant('a'), { minLength: 0, maxLength: 3_000 }),
);

function resolved(schema: unknown, components: Components): Schema {
  const read = schemaSchema.parse(schema ?? {});
  const name = read.$ref?.split('/').at(-1);
  return name === undefined ? read : resolved(components[name], components);
}

/** Patterns that nothing can be made from here: any text will do, which the API may refuse. */
const LOOKS_AROUND = /\(\?<?[=!]/u;

function texts(schema: Schema): fc.Arbitrary<unknown> {
  const { pattern, minLength = 0, maxLength = 60 } = schema;
  if (pattern !== undefined && !LOOKS_AROUND.test(pattern))
    return fc.stringMatching(new RegExp(pattern, 'u'));
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 200), unit: 'grapheme' });
}

function typed(type: string, schema: Schema, components: Components): fc.Arbitrary<unknown> {
  const { minimum = -1_000, maximum = 1_000_000 } = schema;
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(Math.min(maximum, 2 ** 31 - 1)) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(likely(schema.items, components), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, (schema.minItems ?? 0) + 5),
      });
    default: {
      const { properties = {}, required = [] } = schema;
      const fields = Object.entries(properties).map(
        ([name, inner]) => [name, likely(inner, components)] as const,
      );
      return fc.record(Object.fromEntries(fields), {
        requiredKeys: required.filter((name) => name in properties),
      });
    }
  }
}

/** Values as the schema describes them. */
function likely(schema: unknown, components: Components): fc.Arbitrary<unknown> {
  const read = resolved(schema, components);
  if (read.contentMediaType !== undefined) return anyFile;
  if (read.const !== undefined) return fc.constant(read.const);
  if (read.enum !== undefined) return fc.constantFrom(...read.enum);
  const choices = read.anyOf ?? read.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => likely(choice, components)));
  if (read.allOf !== undefined) return fc.oneof(...read.allOf.map((part) => likely(part, components)));
  const types = [read.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => typed(type, read, components)));
}

/** Small files: some that are what they say, most that are not. */
const anyFile: fc.Arbitrary<File> = fc
  .record({
    name: fc.oneof(
      fc.constantFrom('order.csv', 'linesheet.pdf', 'photo.png', '../../x', 'CON', '.htaccess'),
      fc.string(),
    ),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(
        new TextEncoder().encode('SKU,Name,Qty\nA-1,Scarf,3\n'),
        new TextEncoder().encode('%PDF-1.7 nothing more'),
        Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]),
        new TextEncoder().encode('GIF89a'),
      ),
    ),
  })
  .map(({ name, bytes }) => new File([new Uint8Array(bytes)], name));

/** As described for the most part; sometimes one field of it, or all of it, is something else. */
export function anyValue(schema: unknown, components: Components): fc.Arbitrary<unknown> {
  const described = likely(schema, components);
  const twisted = fc.tuple(described, fc.nat(), hostileValue).map(([value, at, other]) => {
    if (typeof value !== 'object' || value === null || value instanceof File) return other;
    const names = [...Object.keys(value), 'unknown_field'];
    return { ...value, [names[at % names.length] ?? 'unknown_field']: other };
  });
  return fc.oneof(
    { arbitrary: described, weight: 5 },
    { arbitrary: twisted, weight: 4 },
    { arbitrary: hostileValue, weight: 1 },
  );
}
