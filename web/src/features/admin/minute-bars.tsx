/** One bar for each minute, failures on top in red. Decorative: what it says is read minute by minute, and in a table. */
import classes from './throughput.module.css';
import { axisEnd } from './throughput.ts';
import { figure } from './words.ts';

interface Props {
  label: string;
  values: readonly number[];
  /** As many as `values`; none if left out. */
  failures?: readonly number[];
  /** The minute that is read. */
  picked: number | null;
}

/** Per cent of the height below which something could not be seen. */
const LEAST = 3;

export function MinuteBars({ label, values, failures = [], picked }: Props) {
  const end = axisEnd(Math.max(...values.map((value, index) => value + (failures[index] ?? 0))));
  const height = (value: number) => (value === 0 ? 0 : Math.max(LEAST, (value / end) * 100));
  return (
    <div className={classes.chart} aria-hidden>
      <div className={classes.head}>
        <span>{label}</span>
        <span>{figure(end)}</span>
      </div>
      <div className={classes.plot}>
        <svg viewBox={`0 0 ${values.length} 100`} preserveAspectRatio="none" className={classes.bars}>
          {picked !== null && <rect x={picked} y={0} width={1} height={100} className={classes.picked} />}
          {values.map((value, index) => {
            const [done, failed] = [height(value), height(failures[index] ?? 0)];
            const key = `${index}`;
            return (
              <g key={key}>
                {done > 0 && (
                  <rect x={index + 0.12} y={100 - done} width={0.76} height={done} className={classes.done} />
                )}
                {failed > 0 && (
                  <rect
                    x={index + 0.12}
                    y={Math.max(0, 100 - done - failed)}
                    width={0.76}
                    height={failed}
                    className={classes.failed}
                  />
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}
