/** The phases of a run as one bar of segments, each with its name. */
import { IconCheck, IconPlayerPauseFilled, IconX } from '@tabler/icons-react';
import type { PhaseStep } from './phase-steps.ts';
import classes from './phase-steps-view.module.css';

const STATE_WORDS: Record<PhaseStep['state'], string> = {
  done: 'done',
  current: 'under way',
  paused: 'paused',
  failed: 'failed',
  stopped: 'stopped',
  waiting: 'to come',
};

function Mark({ state, number }: { state: PhaseStep['state']; number: number }) {
  switch (state) {
    case 'done':
      return <IconCheck size={12} stroke={2.6} aria-hidden />;
    case 'failed':
      return <IconX size={12} stroke={2.6} aria-hidden />;
    case 'paused':
      return <IconPlayerPauseFilled size={10} aria-hidden />;
    case 'current':
    case 'stopped':
    case 'waiting':
      return <span aria-hidden>{number}</span>;
  }
}

export function PhaseStepsView({ steps }: { steps: readonly PhaseStep[] }) {
  return (
    <ol className={classes.list} aria-label="Phases">
      {steps.map(({ label, state, fraction }, index) => (
        <li
          key={label}
          className={classes.step}
          data-state={state}
          aria-current={state === 'current' || state === 'paused' ? 'step' : undefined}
        >
          <span className={classes.track}>
            <span className={classes.fill} style={{ transform: `scaleX(${fraction})` }} />
          </span>
          <span className={classes.mark}>
            <Mark state={state} number={index + 1} />
          </span>
          <span className={classes.label}>
            {label}
            <span className="docket-hidden">, {STATE_WORDS[state]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
