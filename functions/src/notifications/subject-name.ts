/** What a person calls that which a run works on. */
import type { SubjectType } from '@docket/model/pipelines';
import { z } from 'zod';

const named = z.object({ name: z.string() });
const fromFile = z.object({ file_name: z.string() });

/** From the fields of the subject's document; null when there is none, or when nobody is told of such runs. */
export function subjectName(type: SubjectType, fields: unknown): string | null {
  switch (type) {
    case 'collection':
    case 'fitment_job':
      return named.safeParse(fields).data?.name ?? null;
    case 'inventory_import':
    case 'parts_import':
    case 'vehicle_import':
      return fromFile.safeParse(fields).data?.file_name ?? null;
    case 'backfill':
      return fields === undefined ? null : 'All images';
    case 'image_batch':
    case 'listing':
      return null;
  }
}
