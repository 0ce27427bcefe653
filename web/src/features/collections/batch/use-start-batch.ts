/** Starting several runs at once, each by a commit of its own: one that is refused does not keep the others back. */
import { notifications } from '@mantine/notifications';
import { startRun } from '@docket/model/commands/job-commands';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { batchReport, type PlannedStart, type RefusedStart } from './batch-plan.ts';

/** The returned function starts them and says in a toast how that went. */
export function useStartBatch(): (starts: readonly PlannedStart[]) => Promise<void> {
  const { database } = useClient().backend;
  const actor = useActor();
  return async (starts) => {
    const answers = await Promise.allSettled(
      starts.map(async ({ start }) => await database.commit(startRun(actor, start))),
    );
    const refused = answers.flatMap((answer, index): RefusedStart[] =>
      answer.status === 'fulfilled'
        ? []
        : [{ name: starts[index]?.name ?? '', reason: dataErrorMessage(answer.reason) }],
    );
    notifications.show({ ...batchReport(starts.length - refused.length, refused), autoClose: 10_000 });
  };
}
