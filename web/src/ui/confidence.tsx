/** How sure a reading is: five small bars and a word, never colour alone. */
import classes from './confidence.module.css';
import { confidenceLevel } from './confidence-level.ts';

const BARS = [0.2, 0.4, 0.6, 0.8, 1];

/** `value` is 0–1. With `label` the percentage is written beside the bars. */
export function Confidence({ value, label = false }: { value: number; label?: boolean }) {
  const percent = `${Math.round(value * 100)} %`;
  const level = confidenceLevel(value);
  const spoken = `${level.label} confidence, ${percent}`;
  return (
    <span className={classes.root} data-level={level.key} title={spoken}>
      <span className={classes.bars} aria-hidden>
        {BARS.map((bar) => (
          <span key={bar} className={classes.bar} data-on={value >= bar - 0.1 || undefined} />
        ))}
      </span>
      {label && (
        <span className={classes.number} aria-hidden>
          {percent}
        </span>
      )}
      <span className="docket-hidden">{spoken}</span>
    </span>
  );
}
