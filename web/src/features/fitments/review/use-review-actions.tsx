/** Deciding on fitments and taking it back: at once on screen, with a way back for each. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type MadeReview, reviewFitments, undoReview } from '@docket/model/commands/fitment-review-commands';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import type { Write } from '@docket/model/commands/write';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import type { ReviewRow, ReviewRows } from './review-rows.ts';
import { chosenOf } from './review-selection.ts';
import { doneLabel, fitments } from './review-words.ts';

/** What was decided, to be taken back. */
interface Step {
  id: string;
  label: string;
  made: MadeReview;
  count: number;
}

const STEPS_KEPT = 100;

/** A large decision on its way to the server. */
export interface Saving {
  fitments: number;
  /** Commits. */
  done: number;
  of: number;
}

export interface ReviewActions {
  /** Decides on rows; null makes them pending again. `left` of those that were wanted stay as others have decided. */
  decide: (rows: readonly ReviewRow[], decision: Decision | null, left?: number) => void;
  /** Takes back the latest decision of this person; null when there is none. */
  undo: (() => void) | null;
  /** What would be taken back. */
  undoLabel: string;
  saving: Saving | null;
}

/** Fitments from which on it is shown that a decision is being saved. */
const LARGE = 200;

/** What is being saved once another large decision of so many commits has begun. */
function begun(before: Saving | null, count: number, commits: number): Saving {
  const { fitments: already, done, of } = before ?? { fitments: 0, done: 0, of: 0 };
  return { fitments: already + count, done, of: of + commits };
}

/** What is still being saved once a commit has ended, whichever way. */
function oneDone(before: Saving | null): Saving | null {
  return before === null || before.done + 1 >= before.of ? null : { ...before, done: before.done + 1 };
}

const DENIED =
  'The job has been deleted meanwhile, or you may not decide on its fitments any more. Load the page again.';

/**
 * Commits side by side: offline none of them would ever make way for the next. All are on screen at once. Yields how many
 * were refused, which is said.
 */
function useCommitAll() {
  const { database } = useClient().backend;
  const [saving, setSaving] = useState<Saving | null>(null);
  const commitAll = useCallback(
    async (commits: readonly Write[][], count: number): Promise<number> => {
      const isLarge = count >= LARGE;
      if (isLarge) setSaving((before) => begun(before, count, commits.length));
      const ends = await Promise.allSettled(
        commits.map(async (writes) => {
          try {
            await database.commit(writes);
          } finally {
            if (isLarge) setSaving(oneDone);
          }
        }),
      );
      const refused = ends.filter((end) => end.status === 'rejected');
      const [first] = refused;
      if (first === undefined) return 0;
      const isAll = refused.length === commits.length;
      notifications.show({
        color: 'red',
        title: isAll ? `${fitments(count)} could not be saved` : 'Not all decisions could be saved',
        message: dataErrorMessage(first.reason, DENIED),
        autoClose: 10_000,
      });
      return refused.length;
    },
    [database],
  );
  return { saving, commitAll };
}

/** Decisions on the fitments of one job. `rows` are all of them: what is taken back is held against what they are now. */
export function useReviewActions(fitmentJobId: string, rows: ReviewRows): ReviewActions {
  const { database } = useClient().backend;
  const actor = useActor();
  const { saving, commitAll } = useCommitAll();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const latest = useRef({ actor, rows });
  useEffect(() => {
    latest.current = { actor, rows };
  });
  const markers = useMemo(() => ({ newId: () => database.newId(), removed: database.removed() }), [database]);

  const takeBack = useCallback(
    (step: Step) => {
      const groups = new Map(latest.current.rows.groups.map(({ group }) => [group.id, group.data]));
      const { commits, count } = undoReview(latest.current.actor, step.made, (id) => groups.get(id), markers);
      setSteps((before) => before.filter(({ id }) => id !== step.id));
      notifications.hide(step.id);
      // What is as it was decided can be taken back once more.
      void commitAll(commits, count).then((refused) => {
        if (refused > 0) setSteps((before) => [...before, step]);
      });
      if (count === step.count) return;
      notifications.show({
        title: count === 0 ? 'Nothing was taken back' : `${fitments(count)} taken back`,
        message: `${step.count - count === 1 ? 'One of these has' : `${(step.count - count).toLocaleString('en')} of these have`} been changed since, and stay as they are.`,
      });
    },
    [commitAll, markers],
  );
  const decide = useCallback(
    (wanted: readonly ReviewRow[], decision: Decision | null, left = 0) => {
      const chosen = chosenOf(latest.current.rows.groups, wanted, decision);
      const review = reviewFitments(latest.current.actor, fitmentJobId, decision, chosen, markers);
      const { commits, made, count } = review;
      if (count === 0) return;
      const step = { id: database.newId(), label: doneLabel(decision, count), made, count };
      setSteps((before) => [...before, step].slice(-STEPS_KEPT));
      void commitAll(commits, count).then((refused) => {
        // Nothing of it has been saved: there is nothing to take back.
        if (refused < commits.length) return;
        setSteps((before) => before.filter(({ id }) => id !== step.id));
        notifications.hide(step.id);
      });
      if (wanted.length === 1) return;
      const message = left === 0 ? '' : `${fitments(left)} that others have decided on meanwhile were left.`;
      showUndo({ id: step.id, title: step.label, message, onUndo: () => takeBack(step) });
    },
    [commitAll, database, fitmentJobId, markers, takeBack],
  );
  const last = steps.at(-1);
  const undo = useMemo(() => (last === undefined ? null : () => takeBack(last)), [last, takeBack]);
  return useMemo(
    () => ({ decide, undo, undoLabel: last?.label ?? '', saving }),
    [decide, undo, last, saving],
  );
}
