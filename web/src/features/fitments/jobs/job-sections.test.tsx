import type { Role } from '@docket/model/roles';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClient } from '../../../data/client.ts';
import { fitmentJobReader } from '../../../data/fitment-records.ts';
import { ClientContext } from '../../../data/hooks.ts';
import type { Session } from '../../../data/session.ts';
import { WorkspaceContext } from '../../../data/workspace.ts';
import { fitmentJob, jobDone } from '../../../fixtures/fitment-job-records.ts';
import { createMemoryBackend } from '../../../fixtures/memory-backend.ts';
import { rowsMaker } from '../review/review-rows.ts';
import { makeGroups } from '../review/testing/make-groups.ts';
import { JobSections } from './job-sections.tsx';

const USER = { uid: 'u', email: 'u@example.com', emailVerified: true, displayName: 'U' };
const FITMENTS = 6;

/** A completed job as somebody in this role sees it at this address. */
function markup(role: Role, query = ''): string {
  const session = createStore<Session>(() => ({ state: 'signed-in', user: USER }));
  const groups = makeGroups(2, FITMENTS / 2);
  const [[path, data] = ['', {}]] = Object.entries(
    fitmentJob('j', 'Brakes', jobDone('j'), {
      part_count: 4,
      results: { parts: 4, fitments: FITMENTS, exceptions: 0, groups: 2 },
    }),
  );
  const read = fitmentJobReader.read({ id: 'j', path, data });
  if (!read.ok) throw new Error(read.malformed.reason);
  return renderToStaticMarkup(
    <ClientContext value={{ ...createClient(createMemoryBackend({ user: USER })), session }}>
      <WorkspaceContext value={{ id: 'w', name: 'W', role }}>
        <MantineProvider>
          <MemoryRouter initialEntries={[`/w/w/fitments/jobs/j${query}`]}>
            <JobSections
              job={read.record}
              found={{ rows: rowsMaker()(groups), groups, malformed: [] }}
              running={false}
            />
          </MemoryRouter>
        </MantineProvider>
      </WorkspaceContext>
    </ClientContext>,
  );
}

describe('what a job has found', () => {
  it.each(['owner', 'editor', 'reviewer'] as const)('is decided on by a person who is %s', (role) => {
    const html = markup(role);
    expect(html).toContain('Select all rows shown');
    expect(html).toContain('>Decide<');
  });

  it('is only looked at by viewers', () => {
    const html = markup('viewer');
    expect(html).toContain('Search fitments');
    expect(html).not.toContain('Select all rows shown');
    expect(html).not.toContain('>Decide<');
  });

  it('says its keys only to whom they are of use', () => {
    expect(markup('reviewer')).toContain('Keys of the review');
    expect(markup('viewer')).not.toContain('Keys of the review');
  });

  it('opens at the part and the status that the address names', () => {
    expect(markup('viewer', '?section=exceptions')).toContain('there are no exceptions');
    expect(markup('viewer', '?status=approved')).toContain('No fitment matches');
  });

  it('opens at the review where the address names what is not there', () => {
    expect(markup('viewer', '?section=file&status=lost')).toContain(`${FITMENTS} fitments`);
  });
});
