/** Below a field: what is suggested for it, where from and how sure, and what to do with that. */
import type { FieldView, OfferedSuggestion } from '@docket/model/listing/form-view';
import type { ListingField, ListingValues } from '@docket/model/listing/listing';
import type { Suggestion } from '@docket/model/listing/suggestions';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Confidence } from '../../../ui/confidence.tsx';
import classes from './edit.module.css';
import { FIELD_LABELS, groundsText, offerBeside, offerWord, valueText } from './field-words.ts';
import { PriceBasis } from './price-basis.tsx';

type Value = ListingValues[ListingField];

interface Props {
  field: ListingField;
  view: FieldView<Value>;
  isPublished: boolean;
  onAccept: () => void;
  onClear: () => void;
}

/** On demand, but for a price: what that rests on is the point of it. */
function Reason({ grounds, shown }: { grounds: Suggestion; shown: boolean }) {
  return (
    <>
      {shown && <p className={classes.reason}>{grounds.reason}</p>}
      {grounds.field === 'price' && <PriceBasis estimate={grounds.value} />}
    </>
  );
}

function Why({ field, shown, onToggle }: { field: ListingField; shown: boolean; onToggle: () => void }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="ink"
      aria-expanded={shown}
      aria-label={`Why this ${FIELD_LABELS[field].toLowerCase()}`}
      onClick={onToggle}
    >
      Why?
    </Button>
  );
}

function Standing({
  field,
  grounds,
  onAccept,
  onClear,
}: Pick<Props, 'field' | 'onAccept' | 'onClear'> & { grounds: Suggestion }) {
  const [shown, setShown] = useState(false);
  const name = FIELD_LABELS[field].toLowerCase();
  return (
    <>
      <div className={classes.note}>
        <span>
          <span className={classes.bars} aria-hidden>
            <Confidence value={grounds.confidence} />
          </span>
          Suggested. {groundsText(grounds)}
        </span>
        <Why field={field} shown={shown} onToggle={() => setShown(!shown)} />
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Accept the suggested ${name}`}
          onClick={onAccept}
        >
          Accept
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Clear the suggested ${name}`}
          onClick={onClear}
        >
          Clear
        </Button>
      </div>
      <Reason grounds={grounds} shown={shown} />
    </>
  );
}

function Offered({
  field,
  offer: { value, grounds },
  onAccept,
}: Pick<Props, 'field' | 'onAccept'> & { offer: OfferedSuggestion<Value> }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className={classes.note}>
        <span className={classes.offer}>
          {offerWord(grounds)}: {valueText(value)}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Use this ${FIELD_LABELS[field].toLowerCase()}: ${valueText(value)}`}
          onClick={onAccept}
        >
          Use
        </Button>
        <Why field={field} shown={shown} onToggle={() => setShown(!shown)} />
      </div>
      {shown && (
        <>
          <p className={classes.reason}>{groundsText(grounds)}</p>
          <Reason grounds={grounds} shown />
        </>
      )}
    </>
  );
}

export function SuggestionNote({ view, isPublished, ...rest }: Props) {
  if (view.origin === 'suggested') return <Standing {...rest} grounds={view.suggestion.grounds} />;
  const offer = offerBeside(view, isPublished);
  return offer === null ? null : <Offered {...rest} offer={offer} />;
}
