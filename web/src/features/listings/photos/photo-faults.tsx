/** What is wrong with the photos of a listing, photo by photo. */
import type { SuggestionLanguage } from '@docket/model/listing/suggestions';
import type { PhotoFault } from './photo-issues.ts';
import classes from './photos.module.css';

interface Props {
  faults: readonly PhotoFault[];
  /** Of the sentences. */
  language: SuggestionLanguage;
}

export function PhotoFaults({ faults, language }: Props) {
  if (faults.length === 0) return null;
  return (
    <ul className={classes.faults} aria-label="What could be better about the photos">
      {faults.map(({ imageId, number, name, sentence }) => (
        <li key={`${imageId} ${name}`}>
          <b>
            Photo {number}, {name}
            {sentence === null ? '.' : ':'}
          </b>
          {sentence !== null && (
            <>
              {' '}
              <span lang={language}>{sentence}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
