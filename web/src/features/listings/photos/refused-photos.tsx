/** What was not taken of the files that somebody chose, and why. */
import { Alert } from '@mantine/core';
import { counted } from '../../images/image-words.ts';
import classes from './photos.module.css';

interface Props {
  sentences: readonly string[];
  onDismiss: () => void;
}

export function RefusedPhotos({ sentences, onDismiss }: Props) {
  if (sentences.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      title="Not everything could be added"
      withCloseButton
      closeButtonLabel={`Dismiss ${counted(sentences.length, 'message', 'messages')}`}
      onClose={onDismiss}
    >
      <ul className={classes.faults}>
        {sentences.map((sentence, index) => (
          // The same file may be refused twice, with the same words.
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}
