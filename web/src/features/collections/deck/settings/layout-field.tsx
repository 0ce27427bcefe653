/** How many items a slide shows, as a choice between small pictures of slides. */
import { DECK_LAYOUTS, type DeckLayout } from '@docket/model/deck';
import { SLIDE } from '@docket/model/deck/elements';
import { cardBox, cardParts, cardStyle } from '@docket/model/deck/grids';
import { Radio } from '@mantine/core';
import { memo } from 'react';
import classes from './layout-field.module.css';

/** Proportions of the pictures and number of fields that the drawings suppose. */
const SQUARE = 1;
const MANY_FIELDS = 6;

/** The very places that the layout gives to pictures and texts. */
function LayoutPicture({ layout }: { layout: DeckLayout }) {
  const style = cardStyle(layout, SQUARE, MANY_FIELDS);
  return (
    <svg viewBox={`0 0 ${SLIDE.width} ${SLIDE.height}`} className={classes.picture} aria-hidden>
      {Array.from({ length: layout }, (_, index) => {
        const { frame, text } = cardParts(cardBox(style, index), style, SQUARE);
        const line = Math.min(34, text.height / 4);
        return (
          <g key={index}>
            <rect {...frame} rx={10} className={classes.frame} />
            <rect
              x={text.x}
              y={text.y + 6}
              width={text.width * 0.8}
              height={line * 0.6}
              className={classes.text}
            />
            <rect
              x={text.x}
              y={text.y + 6 + line * 1.2}
              width={text.width * 0.55}
              height={line * 0.45}
              className={classes.text}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface Props {
  value: DeckLayout;
  disabled: boolean;
  onChange: (layout: DeckLayout) => void;
}

export const LayoutField = memo(function LayoutField({ value, disabled, onChange }: Props) {
  return (
    <Radio.Group
      label="Items on a slide"
      value={String(value)}
      onChange={(chosen) => {
        const layout = DECK_LAYOUTS.find((candidate) => String(candidate) === chosen);
        if (layout !== undefined) onChange(layout);
      }}
    >
      <div className={classes.choices}>
        {DECK_LAYOUTS.map((layout) => (
          <Radio.Card
            key={layout}
            value={String(layout)}
            disabled={disabled}
            aria-label={layout === 1 ? '1 item' : `${layout} items`}
            className={classes.choice}
          >
            <LayoutPicture layout={layout} />
            <span className={classes.number}>{layout}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
});
