/** How the stacks of the browser tests are handed to their workers. */
import { z } from 'zod';
import { portsSchema } from '../../scripts/local-stack/ports.ts';

/** The environment variable that holds them, in the order of the workers. */
export const STACKS_VARIABLE = 'DOCKET_TEST_STACKS';

/** `faults`: the directory where faults are put for the functions to run into. */
export const testStackSchema = z.object({ url: z.string(), ports: portsSchema, faults: z.string() });
export type TestStack = z.infer<typeof testStackSchema>;
