/**
 * The vehicle table that a workspace has before it imports its own. Written from general knowledge: it tells what models
 * there were in which model years, not every body and engine. In Europe a model's years are those in which it was made.
 */
import type { VehicleTable } from '../vehicle.ts';
import { BRITAIN_AND_SWEDEN } from './britain-and-sweden.ts';
import { CHRYSLER } from './chrysler.ts';
import { FORD } from './ford.ts';
import { FRANCE_AND_ROMANIA } from './france-and-romania.ts';
import { GENERAL_MOTORS } from './general-motors.ts';
import { GERMANY } from './germany.ts';
import { ITALY } from './italy.ts';
import { JAPAN } from './japan.ts';
import { KOREA_AND_ELECTRIC } from './korea-and-electric.ts';
import { TOYOTA_HONDA } from './toyota-honda.ts';
import { VOLKSWAGEN } from './volkswagen.ts';

const PARTS = [
  BRITAIN_AND_SWEDEN,
  CHRYSLER,
  FORD,
  FRANCE_AND_ROMANIA,
  GENERAL_MOTORS,
  GERMANY,
  ITALY,
  JAPAN,
  KOREA_AND_ELECTRIC,
  TOYOTA_HONDA,
  VOLKSWAGEN,
];

export const STARTER_TABLE: VehicleTable = {
  makes: PARTS.flatMap(({ makes }) => makes),
  models: PARTS.flatMap(({ models }) => models),
  last_year: 2026,
};
