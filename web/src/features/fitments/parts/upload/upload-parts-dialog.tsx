/** Parts from a file: choosing it, watching the import, reading its report, and correcting how the file was read. */
import { Modal, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from '../../../inventory/import/import.module.css';
import { ChooseStep } from './choose-step.tsx';
import { RecentImports } from './recent-imports.tsx';
import { RunStep } from './run-step.tsx';
import { useSendParts } from './use-send-parts.ts';

type Step =
  | { kind: 'choose' }
  /** `file` as long as it is at hand. */
  | { kind: 'run'; importId: string; file: File | null };

const CHOOSE: Step = { kind: 'choose' };
const INTRO = 'Parts that are here already are updated: they are told by their numbers.';

interface Props {
  /** The import to look at; null: a file is to be chosen. */
  importId: string | null;
  onClose: () => void;
}

function Steps({ importId, onClose }: Props) {
  const [step, setStep] = useState<Step>(importId === null ? CHOOSE : { kind: 'run', importId, file: null });
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const go = (next: Step) => {
    // What had the focus goes away with its step: whoever uses the keyboard goes on from the top of the next one.
    root.current?.focus();
    setStep(next);
  };
  const { sending, send } = useSendParts((id, { file }) => go({ kind: 'run', importId: id, file }));
  const choose = ([file, ...others]: readonly File[]) => {
    if (file === undefined) return;
    setProblem(others.length > 0 ? 'Choose one file at a time.' : null);
    if (others.length === 0) send({ file, mapping: [], purpose: { kind: 'import' } });
  };
  return (
    <div ref={root} tabIndex={-1} className={classes.step}>
      {step.kind === 'choose' && (
        <ChooseStep intro={INTRO} sending={sending} problem={problem} onFiles={choose}>
          <RecentImports onLook={(id) => go({ kind: 'run', importId: id, file: null })} />
        </ChooseStep>
      )}
      {step.kind === 'run' && (
        <RunStep
          key={step.importId}
          importId={step.importId}
          file={step.file}
          sending={sending}
          onAgain={(file, mapping) => send({ file, mapping, purpose: { kind: 'import' } })}
          onAnother={() => go(CHOOSE)}
          onClose={onClose}
        />
      )}
    </div>
  );
}

export default function UploadPartsDialog({ importId, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      // A click beside it would end a file's way.
      closeOnClickOutside={false}
      title={<Text fw={620}>Upload parts</Text>}
    >
      <Steps importId={importId} onClose={onClose} />
    </Modal>
  );
}
