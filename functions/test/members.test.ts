/** Who becomes a member, what members become, and who never can, on a real (embedded) Firestore. */
import { jobSchema } from '@docket/model/job';
import { INVITATION_OBSTACLES } from '@docket/model/members/invitation';
import { joinRequestSchema } from '@docket/model/members/joining';
import { manageMembersRequestSchema } from '@docket/model/members/managing';
import { jobId, paths } from '@docket/model/paths';
import { memberSchema } from '@docket/model/workspace';
import fc from 'fast-check';
import { HttpsError } from 'firebase-functions/https';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FirestoreAnnouncer } from '../src/notifications/announce.ts';
import { newJob } from './engine-bench.ts';
import {
  type MembersBench,
  NOW,
  openMembersBench,
  OTHER_WORKSPACE,
  SECRET,
  WORKSPACE,
} from './members-bench.ts';

let bench: MembersBench;

beforeAll(async () => {
  bench = await openMembersBench();
});
beforeEach(async () => {
  await bench.begin({ owner: 'owner', editor: 'editor', reviewer: 'reviewer', viewer: 'viewer' });
});
afterAll(async () => {
  await bench.close();
});

const ada = { uid: 'ada' };
const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('looking at an invitation', () => {
  it('tells the workspace, the role and who invites, and nothing else, also before signing in', async () => {
    const id = await bench.invite({ label: 'the new one' });
    const view = {
      outcome: 'invited',
      workspace_name: 'Workspace w',
      role: 'editor',
      invited_by: 'OWNER',
    };
    expect(await bench.join('look', id, null)).toEqual(view);
    expect(await bench.join('look', id, ada)).toEqual(view);
    expect(await bench.roles()).not.toHaveProperty('ada');
  });

  it('tells the same of a wrong secret and of an invitation that there is not', async () => {
    const id = await bench.invite();
    const wrong = await bench.join('look', id, ada, '5f'.repeat(32));
    expect(wrong).toEqual(refused('unknown'));
    expect(await bench.join('look', 'none', ada)).toEqual(wrong);
    expect(await bench.join('look', id, ada, '')).toEqual(wrong);
    expect(await bench.join('accept', id, ada, SECRET.slice(1))).toEqual(wrong);
    expect(await bench.roles()).not.toHaveProperty('ada');
  });

  it('tells nothing where the hash itself is presented', async () => {
    const id = await bench.invite({ hash: '0'.repeat(64) });
    expect(await bench.join('look', id, ada, '0'.repeat(64))).toEqual(refused('unknown'));
  });

  it('tells nothing of an invitation into another workspace, or into one that is gone', async () => {
    const id = await bench.invite();
    const elsewhere = { action: 'look', workspace: OTHER_WORKSPACE, invitation: id, secret: SECRET };
    expect(await bench.callJoin(ada, elsewhere)).toEqual(refused('unknown'));
    await bench.db.doc(paths.workspace(WORKSPACE)).delete();
    expect(await bench.join('look', id, ada)).toEqual(refused('unknown'));
  });
});

describe('accepting an invitation', () => {
  it('makes a member in its role, once', async () => {
    const id = await bench.invite({ role: 'reviewer' });
    const person = { uid: 'ada', token: { email: 'Ada@docket.example', name: 'Ada L.' } };
    expect(await bench.join('accept', id, person)).toEqual({ outcome: 'joined', role: 'reviewer' });
    const member = (await bench.db.doc(paths.member(WORKSPACE, 'ada')).get()).data();
    expect(memberSchema.strict().parse(member)).toEqual({
      uid: 'ada',
      workspace_id: WORKSPACE,
      role: 'reviewer',
      email: 'Ada@docket.example',
      display_name: 'Ada L.',
      joined_at: NOW,
    });
    expect(await bench.invitation(id)).toEqual({ kind: 'accepted', by: 'ada', at: NOW });
    expect(await bench.join('accept', id, { uid: 'eve' })).toEqual(refused('used'));
  });

  it('names a member after their address where their account has no name', async () => {
    const id = await bench.invite();
    await bench.join('accept', id, { uid: 'ada', token: { email: 'ada.l@docket.example' } });
    const member = await bench.db.doc(paths.member(WORKSPACE, 'ada')).get();
    expect(member.get('display_name')).toBe('ada.l');
  });

  it('lets one of many in who come at the same moment', async () => {
    const id = await bench.invite();
    const people = Array.from({ length: 8 }, (_, index) => ({ uid: `p${index}` }));
    const answers = await Promise.all(
      people.map(async (person) => await bench.join('accept', id, person).catch(() => null)),
    );
    expect(answers.filter((answer) => answer?.outcome === 'joined')).toHaveLength(1);
    expect(Object.keys(await bench.roles()).filter((uid) => uid.startsWith('p'))).toHaveLength(1);
  });

  it('joins once however often somebody presses the button', async () => {
    const id = await bench.invite();
    const answers = await Promise.all([1, 2, 3, 4].map(async () => await bench.join('accept', id, ada)));
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
      'joined',
      'member',
      'member',
      'member',
    ]);
  });

  it('neither raises nor lowers who is a member already, and is not used up by them', async () => {
    const up = await bench.invite({ role: 'owner' });
    const down = await bench.invite({ role: 'viewer' });
    expect(await bench.join('accept', up, { uid: 'viewer' })).toEqual({ outcome: 'member', role: 'viewer' });
    expect(await bench.join('look', down, { uid: 'owner' })).toEqual({ outcome: 'member', role: 'owner' });
    expect(await bench.join('accept', down, { uid: 'owner' })).toEqual({ outcome: 'member', role: 'owner' });
    expect(await bench.roles()).toMatchObject({ viewer: 'viewer', owner: 'owner' });
    expect(await bench.invitation(up)).toEqual({ kind: 'open' });
  });

  it('needs somebody who is signed in', async () => {
    const id = await bench.invite();
    await expect(bench.join('accept', id, null)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('an invitation that does not hold', () => {
  /** What brings each obstacle about; who comes is `ada`, whose address nobody has verified. */
  const obstacles: Record<(typeof INVITATION_OBSTACLES)[number], () => Promise<string>> = {
    revoked: async () => {
      const id = await bench.invite();
      const state = { kind: 'revoked', by: 'owner', at: NOW };
      await bench.db.doc(paths.invitation(WORKSPACE, id)).update({ state });
      return id;
    },
    used: async () => {
      const id = await bench.invite();
      await bench.join('accept', id, { uid: 'somebody' });
      return id;
    },
    expired: async () => await bench.invite({ expiresAt: NOW }),
    inviter_gone: async () => {
      const id = await bench.invite({ role: 'owner' });
      await bench.db.doc(paths.member(WORKSPACE, 'owner')).update({ role: 'editor' });
      return id;
    },
    other_email: async () => await bench.invite({ email: 'eve@docket.example' }),
    unverified_email: async () => await bench.invite({ email: 'ada@docket.example' }),
  };

  it.each(INVITATION_OBSTACLES)('is refused, with the reason and nothing else: %s', async (reason) => {
    const id = await obstacles[reason]();
    expect(await bench.join('look', id, ada)).toEqual(refused(reason));
    expect(await bench.join('accept', id, ada)).toEqual(refused(reason));
    expect(await bench.roles()).not.toHaveProperty('ada');
  });

  it('lets in whose address it is for, whatever the case of its letters, once that is verified', async () => {
    const id = await bench.invite({ email: 'ada@docket.example' });
    const verified = { uid: 'ada', token: { email: 'Ada@Docket.example', email_verified: true } };
    expect(await bench.join('look', id, null)).toMatchObject({ outcome: 'invited' });
    expect(await bench.join('accept', id, verified)).toMatchObject({ outcome: 'joined' });
  });

  it('is no way back for an owner who was removed and kept a link', async () => {
    await bench.callManage('owner', {
      action: 'change_role',
      workspace: WORKSPACE,
      uid: 'editor',
      role: 'owner',
    });
    const id = await bench.invite({ role: 'owner' });
    await bench.callManage('editor', { action: 'remove', workspace: WORKSPACE, uid: 'owner' });
    expect(await bench.join('accept', id, { uid: 'owner' })).toEqual(refused('inviter_gone'));
  });
});

const change = (uid: string, role: string, workspace = WORKSPACE) => ({
  action: 'change_role',
  workspace,
  uid,
  role,
});
const remove = (uid: string, workspace = WORKSPACE) => ({ action: 'remove', workspace, uid });
const leave = { action: 'leave', workspace: WORKSPACE };
const done = { outcome: 'done' };

describe('managing members', () => {
  it('is for owners: they change roles and remove', async () => {
    expect(await bench.callManage('owner', change('viewer', 'owner'))).toEqual(done);
    expect(await bench.callManage('owner', remove('editor'))).toEqual(done);
    expect(await bench.roles()).toEqual({ owner: 'owner', reviewer: 'reviewer', viewer: 'owner' });
  });

  it.each(['editor', 'reviewer', 'viewer', 'stranger', 'boss'])('is not for others: %s', async (uid) => {
    for (const wish of [change(uid, 'owner'), change('owner', 'viewer'), remove('viewer'), remove('nobody')])
      await expect(bench.callManage(uid, wish)).rejects.toMatchObject({ code: 'permission-denied' });
    expect(await bench.roles()).toEqual({
      owner: 'owner',
      editor: 'editor',
      reviewer: 'reviewer',
      viewer: 'viewer',
    });
  });

  it('does not reach into another workspace', async () => {
    for (const wish of [change('boss', 'viewer', OTHER_WORKSPACE), remove('boss', OTHER_WORKSPACE)])
      await expect(bench.callManage('owner', wish)).rejects.toMatchObject({ code: 'permission-denied' });
    expect(await bench.roles(OTHER_WORKSPACE)).toEqual({ boss: 'owner' });
  });

  it('is not for those who have not signed in, whatever they ask', async () => {
    await expect(bench.callManage(null, change('viewer', 'owner'))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(bench.callManage(null, null)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('says when whoever is meant has left meanwhile, and makes nobody a member', async () => {
    expect(await bench.callManage('owner', change('ada', 'editor'))).toEqual(refused('no_member'));
    expect(await bench.callManage('owner', remove('ada'))).toEqual(refused('no_member'));
    expect(await bench.roles()).not.toHaveProperty('ada');
  });

  it('lets everybody leave, and nobody twice', async () => {
    expect(await bench.callManage('viewer', leave)).toEqual(done);
    expect(await bench.roles()).not.toHaveProperty('viewer');
    await expect(bench.callManage('viewer', leave)).rejects.toMatchObject({ code: 'permission-denied' });
  });
});

describe('the last owner', () => {
  it.each([
    ['leave', leave],
    ['be removed', remove('owner')],
    ['become less', change('owner', 'editor')],
  ])('cannot %s', async (_, wish) => {
    expect(await bench.callManage('owner', wish)).toEqual(refused('last_owner'));
    expect(await bench.roles()).toMatchObject({ owner: 'owner' });
  });

  it('may be made an owner again, and leave when there is another', async () => {
    expect(await bench.callManage('owner', change('owner', 'owner'))).toEqual(done);
    expect(await bench.callManage('owner', change('editor', 'owner'))).toEqual(done);
    expect(await bench.callManage('owner', leave)).toEqual(done);
    expect(await bench.callManage('editor', leave)).toEqual(refused('last_owner'));
  });

  it('remains when two owners demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await bench.begin({ a: 'owner', b: 'owner' });
      const settled = await Promise.allSettled([
        bench.callManage('a', change('b', 'editor')),
        bench.callManage('b', change('a', 'editor')),
      ]);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(new Set(Object.values(await bench.roles()))).toEqual(new Set(['editor', 'owner']));
    }
  });

  it('remains when all owners leave at the same moment', async () => {
    await bench.begin({ a: 'owner', b: 'owner', c: 'owner', d: 'owner' });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (uid) => await bench.callManage(uid, leave).catch(() => null)),
    );
    const roles = Object.values(await bench.roles());
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(roles)).toEqual(new Set(['owner']));
    expect(answers.filter((answer) => answer?.outcome === 'done')).toHaveLength(4 - roles.length);
  });

  it('remains whatever owners do to each other at the same moments', async () => {
    const uids = ['a', 'b', 'c', 'd'];
    const wish = fc.record({
      who: fc.constantFrom(...uids),
      about: fc.constantFrom(...uids),
      role: fc.constantFrom('owner', 'editor', null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 3, maxLength: 3 }), async (wishes) => {
        await bench.begin({ a: 'owner', b: 'owner', c: 'editor', d: 'editor' });
        await Promise.allSettled(
          wishes.map(
            async ({ who, about, role }) =>
              await bench.callManage(who, role === null ? remove(about) : change(about, role)),
          ),
        );
        expect(Object.values(await bench.roles())).toContain('owner');
      }),
      { numRuns: 6 },
    );
  });
});

describe('what a removed member leaves behind', () => {
  const announcer = () => new FirestoreAnnouncer(bench.db, null, () => NOW);
  const id = jobId('c', 'document_processing', 1);

  beforeEach(async () => {
    await bench.db.recursiveDelete(bench.db.collection('mail'));
    await bench.db.doc(paths.collection(WORKSPACE, 'c')).set({ name: 'Spring' });
    await bench.db.doc(paths.mailSettings(WORKSPACE, 'editor')).set({ events: ['job.failed'] });
    await bench.db.doc(paths.mailSettings(WORKSPACE, 'viewer')).set({ events: ['job.failed'] });
    await bench.db.doc(paths.job(WORKSPACE, id)).set({ ...newJob(1), created_by: 'editor' });
  });

  const announced = async () => {
    const stored = await bench.db.doc(paths.job(WORKSPACE, id)).get();
    const job = jobSchema.parse({ ...stored.data(), status: 'failed', open: false, completed_at: NOW });
    await announcer().announce({ workspaceId: WORKSPACE, jobId: id, job, fence: 1 });
    return (await bench.db.collection('mail').get()).docs.map((mail) => mail.get('to'));
  };

  it('is their runs, which go on, but nothing that they had settled for themselves', async () => {
    await bench.callManage('owner', remove('editor'));
    expect((await bench.db.doc(paths.job(WORKSPACE, id)).get()).get('open')).toBe(true);
    expect((await bench.db.doc(paths.mailSettings(WORKSPACE, 'editor')).get()).exists).toBe(false);
    expect((await bench.db.doc(paths.mailSettings(WORKSPACE, 'viewer')).get()).exists).toBe(true);
  });

  it('is no mail: nobody writes to them of runs that they have started', async () => {
    expect(await announced()).toEqual([['editor@docket.example']]);
    await bench.db.recursiveDelete(bench.db.collection('mail'));
    await bench.callManage('owner', remove('editor'));
    expect(await announced()).toEqual([]);
    // Not even if what they had settled were still there.
    await bench.db.doc(paths.mailSettings(WORKSPACE, 'editor')).set({ events: ['job.failed'] });
    expect(await announced()).toEqual([]);
  });
});

describe('whatever is sent', () => {
  const id = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      '.',
      '..',
      '__x__',
      'a/b',
      'w',
      'owner',
      '\u0000',
      'x'.repeat(2000),
      '🙂',
      '__name__',
    ),
    fc.anything(),
  );
  const anything = fc.oneof(
    fc.anything(),
    fc.record(
      {
        action: fc.constantFrom('look', 'accept', 'drop'),
        workspace: id,
        invitation: id,
        secret: id,
        more: id,
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { action: fc.constantFrom('change_role', 'remove', 'leave'), workspace: id, uid: id, role: id },
      { requiredKeys: [] },
    ),
  );
  const token = fc.oneof(
    fc.constant({}),
    fc.record({ email: fc.anything(), email_verified: fc.anything(), name: fc.anything() }),
  );

  it('is answered, or refused with an HttpsError and a sentence', async () => {
    /** The failure, where it is anything else than a sentence in an HttpsError. */
    const unfit = async (call: Promise<unknown>): Promise<unknown> => {
      const failure: unknown = await call.then(
        () => null,
        (error: unknown) => error,
      );
      const isFit =
        failure === null || (failure instanceof HttpsError && /^[A-Z][^:{}]*\.$/u.test(failure.message));
      return isFit ? null : failure;
    };
    await fc.assert(
      fc.asyncProperty(anything, token, async (data, claims) => {
        expect(await unfit(bench.callJoin({ uid: 'ada', token: claims }, data))).toBeNull();
        expect(await unfit(bench.callManage('owner', data))).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(await bench.roles()).toHaveProperty('owner', 'owner');
    expect(bench.logged).toEqual([]);
  });

  it.each(['.', '..', '__x__', 'a/b', ''])('never names a path of its own: %j', (name) => {
    expect(
      joinRequestSchema.safeParse({ action: 'look', workspace: name, invitation: 'i', secret: '' }).success,
    ).toBe(false);
    expect(manageMembersRequestSchema.safeParse(remove(name)).success).toBe(false);
  });

  it('is refused for the moment when the database does not answer; why is for the log', async () => {
    vi.spyOn(bench.db, 'runTransaction').mockRejectedValueOnce(new Error('10 ABORTED: contention'));
    await expect(bench.callManage('owner', leave)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'That did not work just now. Try again in a moment.',
    });
    expect(JSON.stringify(bench.logged)).toContain('contention');
  });
});
