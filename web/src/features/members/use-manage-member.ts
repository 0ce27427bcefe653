/** What is done to members: asked of the server, which alone knows whether somebody would own the workspace afterwards. */
import {
  MANAGE_MEMBERS_FUNCTION,
  type ManageMembersRequest,
  manageMembersAnswerSchema,
  MEMBERSHIP_REFUSALS,
} from '@docket/model/members/managing';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { dataErrorMessage } from '../../data/error-messages.ts';
import { useClient } from '../../data/hooks.ts';
import { useIsMounted } from '../../ui/use-is-mounted.ts';

interface ManageMember {
  /** Asks for it. Under the title `failed`, a toast says why it was not done. */
  manage: (request: ManageMembersRequest, failed: string) => void;
  /** Whether an answer is outstanding. */
  busy: boolean;
}

export function useManageMember(): ManageMember {
  const { functions } = useClient().backend;
  const [busy, setBusy] = useState(false);
  const isMounted = useIsMounted();
  const manage = useCallback(
    (request: ManageMembersRequest, failed: string) => {
      const refuse = (message: string) =>
        notifications.show({ color: 'red', title: failed, message, autoClose: 10_000 });
      const ask = async () => {
        setBusy(true);
        try {
          const answer = manageMembersAnswerSchema.parse(
            await functions.call(MANAGE_MEMBERS_FUNCTION, request),
          );
          if (answer.outcome === 'refused') refuse(MEMBERSHIP_REFUSALS[answer.reason]);
        } catch (error) {
          refuse(dataErrorMessage(error));
        } finally {
          if (isMounted()) setBusy(false);
        }
      };
      void ask();
    },
    [functions, isMounted],
  );
  return { manage, busy };
}
