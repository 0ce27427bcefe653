import { execute, type Pipeline, type PipelineSource } from 'firebase/firestore/lite/pipelines';
import { codeOf, type Scenario } from '../scenario.ts';
import { documents } from './documents.ts';
import { equality } from './equality.ts';
import { queries } from './queries.ts';
import type { LiteStand } from './stand.ts';

// The SDK's own types leave this out for the client without listeners.
declare module '@firebase/firestore/lite' {
  interface Firestore {
    pipeline(): PipelineSource<Pipeline>;
  }
}

/** What is shown of the Web SDK without listeners, which speaks REST. */
export const liteScenarios: readonly Scenario<LiteStand>[] = [
  ...documents,
  ...equality,
  ...queries,
  {
    title: 'pipelines are refused with UNIMPLEMENTED',
    run: ({ one }) => codeOf(execute(one.pipeline().collection('a'))),
    gives: 'unimplemented',
  },
];
