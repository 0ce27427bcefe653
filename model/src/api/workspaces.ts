/** What the caller belongs to. */
import { z } from 'zod';
import { ROLES } from '../roles.ts';
import { noBody, type Operation } from './operation.ts';
import { idSchema, noFields } from './shared.ts';

const workspaceSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    role: z.enum(ROLES).nullable().meta({ description: 'What the person is there; null for an API key.' }),
    may: z
      .array(z.enum(['read', 'review', 'edit', 'administer']))
      .meta({ description: 'What the caller is allowed to do there.' }),
  })
  .meta({ id: 'Workspace' });

export const workspaceOperations = {
  listWorkspaces: {
    id: 'listWorkspaces',
    method: 'get',
    route: '/workspaces',
    tag: 'Workspaces',
    summary: 'List workspaces',
    description:
      'The workspaces of the signed-in person. An API key belongs to one workspace, and is refused here: its workspace is in the address of every other operation.',
    needs: 'signed-in',
    weight: 'read',
    path: noFields,
    query: noFields,
    carries: 'nothing',
    body: noBody,
    answer: {
      status: 200,
      description: 'All of them.',
      schema: z.object({ data: z.array(workspaceSchema) }).meta({ id: 'Workspaces' }),
    },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
