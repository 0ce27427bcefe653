/** Reads parts files in tests, and tells what was read in few words. */
import type { GivenVehicle, PartText } from '@docket/model/fitment/part-text';
import type { PartsMapping, PartTable } from '@docket/model/fitment/part-tables';
import { readParts, type ReadParts } from '../read-parts.ts';

/** A CSV file of these lines, read. */
export function readLines(lines: readonly string[], mapping: PartsMapping | null = null): Promise<ReadParts> {
  return readBytes(new TextEncoder().encode(lines.join('\r\n')), 'parts.csv', mapping);
}

/** A file, read. */
export function readBytes(
  bytes: Uint8Array,
  name: string,
  mapping: PartsMapping | null = null,
): Promise<ReadParts> {
  return readParts({ bytes, name }, mapping, new AbortController().signal);
}

/** Vehicles as one text each, what is not given left out: "2010-2014 Ford F-150 (front)". */
export function toldVehicle({ years, make, model, submodel, engine, position }: GivenVehicle): string {
  const vehicle = [years, make, model, submodel, engine].filter((text) => text !== '').join(' ');
  return position === '' ? vehicle : `${vehicle} (${position})`;
}

/** Parts as one text each: "BR-1 Brake rotor: 2010 Ford F-150, 2011 Ford F-150". */
export function toldParts(parts: readonly PartText[]): string[] {
  return parts.map(({ part_id, texts, given }) => {
    const what = [part_id, texts.join(' / ')].filter((text) => text !== '').join(' ');
    return given.length === 0 ? what : `${what}: ${given.map(toldVehicle).join(', ')}`;
  });
}

/** What the columns of a table hold, by place. */
export function rolesOf(table: PartTable | undefined): string[] {
  return table?.columns.map(({ role }) => role) ?? [];
}
