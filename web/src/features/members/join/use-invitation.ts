/** The invitation whose link is open: which it is, what it says, and joining by it. */
import {
  JOIN_FUNCTION,
  type JoinAnswer,
  type JoinRequest,
  joinAnswerSchema,
} from '@docket/model/members/joining';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { dataErrorMessage, errorCode } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import { LOADING, type Live } from '../../../data/live.ts';
import { useIsMounted } from '../../../ui/use-is-mounted.ts';
import { type InvitationLink, secretIn } from '../invitation-link.ts';

/** What the address of the page names. */
export function useInvitationLink(): InvitationLink {
  const { workspaceId = '', invitationId = '' } = useParams();
  const { hash } = useLocation();
  return useMemo(
    () => ({ workspace: workspaceId, invitation: invitationId, secret: secretIn(hash) }),
    [workspaceId, invitationId, hash],
  );
}

interface OpenInvitation {
  /** The latest answer. */
  answer: Live<JoinAnswer>;
  /** Looks anew, or joins. */
  ask: (action: JoinRequest['action']) => Promise<void>;
  /** Whether an answer is outstanding. */
  busy: boolean;
}

/** Looks at the invitation at once. */
export function useInvitation({ workspace, invitation, secret }: InvitationLink): OpenInvitation {
  const { functions } = useClient().backend;
  const [answer, setAnswer] = useState<Live<JoinAnswer>>(LOADING);
  const [busy, setBusy] = useState(true);
  const isMounted = useIsMounted();
  const answerOn = useCallback(
    async (action: JoinRequest['action']) => {
      const request: JoinRequest = { action, workspace, invitation, secret };
      return await answerTo(() => functions.call(JOIN_FUNCTION, request));
    },
    [functions, workspace, invitation, secret],
  );
  useEffect(() => {
    let stopped = false;
    void answerOn('look').then((given) => {
      if (stopped) return;
      setAnswer(given);
      setBusy(false);
    });
    return () => {
      stopped = true;
    };
  }, [answerOn]);
  const ask = async (action: JoinRequest['action']) => {
    setBusy(true);
    const given = await answerOn(action);
    if (!isMounted()) return;
    setAnswer(given);
    setBusy(false);
  };
  return { answer, ask, busy };
}

async function answerTo(call: () => Promise<unknown>): Promise<Live<JoinAnswer>> {
  try {
    return { state: 'ready', value: joinAnswerSchema.parse(await call()) };
  } catch (error) {
    // An address that is no link at all is a link that is not valid.
    if (errorCode(error) === 'functions/invalid-argument')
      return { state: 'ready', value: { outcome: 'refused', reason: 'unknown' } };
    return { state: 'error', message: dataErrorMessage(error) };
  }
}
