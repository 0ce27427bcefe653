/** The figures of the task queues. They are no snapshots: they are asked for while the page is seen. */
import { QUEUE_FIGURES_FUNCTION, type QueueFigures, queueFiguresSchema } from '@docket/model/queue';
import { useEffect, useState } from 'react';
import { useClient } from '../../data/hooks.ts';
import { useWorkspace } from '../../data/workspace.ts';
import { PAGE, pollWhileSeen } from './poll.ts';
import { figuresProblem } from './words.ts';

/** Milliseconds between an answer and the next question. */
export const FIGURES_EVERY = 10_000;

export interface FiguresState {
  /** The latest that were had, and when; null before the first. */
  latest: { figures: QueueFigures; at: Date } | null;
  /** Why the last question was not answered; null when it was. */
  problem: string | null;
}

export function useQueueFigures(): FiguresState {
  const { functions } = useClient().backend;
  const { id } = useWorkspace();
  const [state, setState] = useState<FiguresState>({ latest: null, problem: null });
  useEffect(() => {
    let stopped = false;
    const ask = async () => {
      try {
        const answer = await functions.call(QUEUE_FIGURES_FUNCTION, { workspace: id });
        const figures = queueFiguresSchema.parse(answer);
        if (!stopped) setState({ latest: { figures, at: new Date() }, problem: null });
      } catch (error) {
        if (!stopped) setState(({ latest }) => ({ latest, problem: figuresProblem(error) }));
      }
    };
    const stop = pollWhileSeen(ask, FIGURES_EVERY, PAGE);
    return () => {
      stopped = true;
      stop();
    };
  }, [functions, id]);
  return state;
}
