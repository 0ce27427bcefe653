/** The parts of a section, each a page of its own: the row that leads from one to the others. */
import { Link } from 'react-router';
import classes from './part-tabs.module.css';

interface PartTab<P extends string> {
  part: P;
  label: string;
  to: string;
}

interface Props<P extends string> {
  /** What the row is, for those who do not see it. */
  label: string;
  parts: readonly PartTab<P>[];
  /** The part that the page shows. */
  current: P;
}

export function PartTabs<P extends string>({ label: name, parts, current }: Props<P>) {
  return (
    <nav aria-label={name} className={classes.list}>
      {parts.map(({ part, label, to }) => (
        <Link
          key={part}
          to={to}
          className={classes.link}
          aria-current={part === current ? 'page' : undefined}
          data-current={part === current || undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
