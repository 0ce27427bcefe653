/** Items from a CSV file: choosing it, saying what its columns are, watching the import, and reading its report. */
import { Modal, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { ChooseStep } from './choose-step.tsx';
import classes from './import.module.css';
import { PreviewStep } from './preview-step.tsx';
import type { ItemTable } from './read-file.ts';
import { RunStep } from './run-step.tsx';

type Step =
  | { kind: 'choose' }
  | { kind: 'preview'; file: File; table: ItemTable }
  | { kind: 'run'; importId: string };

const CHOOSE: Step = { kind: 'choose' };

function Steps({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>(CHOOSE);
  const root = useRef<HTMLDivElement>(null);
  const go = (next: Step) => {
    // What had the focus goes away with its step: whoever uses the keyboard goes on from the top of the next one.
    root.current?.focus();
    setStep(next);
  };
  const choose = () => go(CHOOSE);
  const run = (importId: string) => go({ kind: 'run', importId });
  return (
    <div ref={root} tabIndex={-1} className={classes.step}>
      {step.kind === 'choose' && (
        <ChooseStep onTable={(file, table) => go({ kind: 'preview', file, table })} onLook={run} />
      )}
      {step.kind === 'preview' && (
        <PreviewStep file={step.file} table={step.table} onStarted={run} onBack={choose} />
      )}
      {step.kind === 'run' && <RunStep importId={step.importId} onAnother={choose} onClose={onClose} />}
    </div>
  );
}

export default function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      // A click beside it would end a file's way.
      closeOnClickOutside={false}
      title={<Text fw={620}>Import items</Text>}
    >
      <Steps onClose={onClose} />
    </Modal>
  );
}
