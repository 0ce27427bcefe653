/** Where the run of a job stands, while it is not completed. */
import { CANCEL_KEPT } from '@docket/model/run-words';
import type { RunView } from '../../collections/run/run-view.ts';
import { SubjectRun } from '../../collections/run/subject-run.tsx';

const CANCELLED = {
  title: 'This job was cancelled',
  text: `What it had found was removed. ${CANCEL_KEPT.fitment_generation}`,
};

export function JobRun({ view }: { view: RunView }) {
  return <SubjectRun pipeline="fitment_generation" view={view} cancelled={CANCELLED} />;
}
