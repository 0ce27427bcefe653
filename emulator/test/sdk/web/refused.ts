import { execute } from 'firebase/firestore/pipelines';
import { codeOf, type Scenario } from '../scenario.ts';
import type { WebStand } from './stand.ts';

export const refused: Scenario<WebStand>[] = [
  {
    title: 'pipelines are refused with UNIMPLEMENTED',
    run: ({ one }) => codeOf(execute(one.pipeline().collection('a'))),
    gives: 'unimplemented',
  },
];
