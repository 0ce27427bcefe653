/** What a suggested price rests on: the items, each a way to it. */
import type { PriceEstimate } from '@docket/model/listing/suggestions';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { urls } from '../../../urls.ts';
import { formatMoney } from '../../collections/results/product-format.ts';
import classes from './edit.module.css';
import { priceBasis } from './field-words.ts';

export function PriceBasis({ estimate }: { estimate: PriceEstimate }) {
  const workspace = useWorkspace();
  const { currency, based_on: items } = estimate;
  return (
    <div className={classes.reason}>
      {priceBasis(estimate)}
      <ul className={classes.basis}>
        {items.map(({ id, name, price }) => (
          <li key={id}>
            <Anchor component={Link} to={urls.listing(workspace.id, id)} size="xs" underline="always">
              {name}
            </Anchor>
            , {formatMoney(price, currency)}
          </li>
        ))}
      </ul>
    </div>
  );
}
