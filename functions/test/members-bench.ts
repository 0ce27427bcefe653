/** Workspaces with members and invitations on an embedded Firestore, and people who call the functions about them. */
import { createHash, randomUUID } from 'node:crypto';
import { createInvitation, type NewInvitation } from '@docket/model/commands/invitation-commands';
import { expiryOf, type Invitation, invitationStateSchema } from '@docket/model/members/invitation';
import type { JoinAnswer, JoinRequest } from '@docket/model/members/joining';
import type { ManageMembersAnswer } from '@docket/model/members/managing';
import { paths } from '@docket/model/paths';
import type { Role } from '@docket/model/roles';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { answerJoin } from '../src/members/answer-join.ts';
import { answerManage } from '../src/members/answer-manage.ts';
import { startDatabase } from './start-database.ts';

export const WORKSPACE = 'w';
export const OTHER_WORKSPACE = 'other';
/** What the bench's clock shows, unless a test sets it. */
export const NOW = new Date('2026-11-02T09:00:00Z');
export const SECRET = '5e'.repeat(32);

/** Who is signed in: their uid, and what their token says besides. */
interface Person {
  uid: string;
  token?: object;
}

export interface MembersBench {
  db: Firestore;
  /** What the clock shows. */
  now: Date;
  /** What was logged as an error. */
  logged: unknown[];
  /** Removes everything, and creates both workspaces: the first with these members, the other with the owner `boss`. */
  begin(members: Readonly<Record<string, Role>>): Promise<void>;
  /** Creates an invitation by `owner` with the secret `SECRET`, as a browser does; returns its id. */
  invite(change?: Partial<NewInvitation>, by?: string): Promise<string>;
  invitation(id: string): Promise<Invitation['state'] | undefined>;
  join(
    action: JoinRequest['action'],
    invitation: string,
    who: Person | null,
    secret?: string,
  ): Promise<JoinAnswer>;
  /** Calls the function that joins with whatever. */
  callJoin(who: Person | null, data: unknown): Promise<JoinAnswer>;
  /** Calls the function that manages members with whatever. */
  callManage(who: string | null, data: unknown): Promise<ManageMembersAnswer>;
  /** The roles of all members by uid. */
  roles(workspace?: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function openMembersBench(): Promise<MembersBench> {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-members' }, randomUUID());
  const db = getFirestore(app);
  const member = async (workspace: string, uid: string, role: Role) =>
    await db.doc(paths.member(workspace, uid)).set({
      uid,
      workspace_id: workspace,
      role,
      email: `${uid}@docket.example`,
      display_name: uid.toUpperCase(),
      joined_at: NOW,
    });
  const log = { info: () => {}, error: (about: object) => void bench.logged.push(about) };
  const authOf = (who: Person | null) =>
    who === null ? undefined : { uid: who.uid, token: who.token ?? { email: `${who.uid}@docket.example` } };
  const bench: MembersBench = {
    db,
    now: NOW,
    logged: [],
    begin: async (members) => {
      for (const workspace of [WORKSPACE, OTHER_WORKSPACE]) {
        await db.recursiveDelete(db.doc(paths.workspace(workspace)));
        await db
          .doc(paths.workspace(workspace))
          .set({ name: `Workspace ${workspace}`, created_by: 'owner', created_at: NOW });
      }
      await Promise.all(
        Object.entries(members).map(async ([uid, role]) => await member(WORKSPACE, uid, role)),
      );
      await member(OTHER_WORKSPACE, 'boss', 'owner');
      bench.now = NOW;
      bench.logged = [];
    },
    invite: async (change = {}, by = 'owner') => {
      const invitation: NewInvitation = {
        role: 'editor',
        email: null,
        label: '',
        hash: createHash('sha256').update(SECRET).digest('hex'),
        expiresAt: expiryOf(NOW, 7),
        ...change,
      };
      const id = `i-${randomUUID()}`;
      const actor = { workspaceId: WORKSPACE, uid: by, serverTime: NOW };
      for (const write of createInvitation(actor, id, invitation))
        if (write.kind === 'create') await db.doc(write.path).create(write.fields);
      return id;
    },
    invitation: async (id) => {
      const state: unknown = (await db.doc(paths.invitation(WORKSPACE, id)).get()).get('state');
      return state === undefined ? undefined : invitationStateSchema.parse(state);
    },
    join: async (action, invitation, who, secret = SECRET) =>
      await bench.callJoin(who, { action, workspace: WORKSPACE, invitation, secret }),
    callJoin: async (who, data) =>
      await answerJoin({ db, clock: () => bench.now, log }, { auth: authOf(who), data }),
    callManage: async (who, data) =>
      await answerManage({ db, log }, { auth: authOf(who === null ? null : { uid: who }), data }),
    roles: async (workspace = WORKSPACE) => {
      const { docs } = await db.collection(paths.members(workspace)).get();
      return Object.fromEntries(docs.map((found) => [found.id, found.get('role')]));
    },
    close: async () => {
      await deleteApp(app);
      await server.close();
    },
  };
  return bench;
}
