/** Paths into the fields of a document: lists of names, written with dots and back-ticks. */
import { type Fields, fieldsOf, type Value } from './value.ts';

export type FieldPath = readonly string[];

/** The path that stands for a document's own name in queries. */
export const namePath: FieldPath = ['__name__'];

/** Whether it is {@link namePath}. */
export function isName(path: FieldPath): boolean {
  return path[0] === '__name__';
}

/** The path as it travels. */
export function pathText(path: FieldPath): string {
  return path
    .map((name) =>
      /^[a-zA-Z_]\w*$/.test(name) ? name : `\`${name.replace(/\\/g, '\\\\').replace(/`/g, '\\`')}\``,
    )
    .join('.');
}

/** What a path points at; undefined where nothing is. */
export function valueAt(fields: Fields, [name = '', ...rest]: FieldPath): Value | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (rest.length === 0 || value === undefined) {
    return value;
  }
  const inside = fieldsOf(value);
  return inside && valueAt(inside, rest);
}

/** The fields with another value at a path; what is in the way and no map is replaced by one. */
export function withValue(fields: Fields, [name = '', ...rest]: FieldPath, value: Value): Fields {
  if (rest.length === 0) {
    return { ...fields, [name]: value };
  }
  const inside = fieldsOf(valueAt(fields, [name])) ?? {};
  return { ...fields, [name]: { mapValue: { fields: withValue(inside, rest, value) } } };
}

/** The fields without what a path points at; nothing is made or removed on the way. */
export function withoutValue(fields: Fields, [name = '', ...rest]: FieldPath): Fields {
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
  }
  const inside = fieldsOf(valueAt(fields, [name]));
  return inside ? { ...fields, [name]: { mapValue: { fields: withoutValue(inside, rest) } } } : fields;
}

/** Only what the paths point at. */
export function onlyAt(fields: Fields, paths: readonly FieldPath[]): Fields {
  return paths.reduce<Fields>((kept, path) => {
    const value = isName(path) ? undefined : valueAt(fields, path);
    return value ? withValue(kept, path, value) : kept;
  }, {});
}

/** Whether one of two paths leads to or through the other. */
export function overlap(a: FieldPath, b: FieldPath): boolean {
  return a.slice(0, b.length).join('\0') === b.slice(0, a.length).join('\0');
}
