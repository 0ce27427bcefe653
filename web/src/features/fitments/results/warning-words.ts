/** What the checks of approved fitments have found, in words. Pure. */
import type { FitmentWarning } from '@docket/model/fitment/fitment-checks';
import { yearsLabel } from './result-rows.ts';

type Vehicle = Extract<FitmentWarning, { kind: 'duplicate' }>['vehicle'];

function vehicleWords({ make, model, submodel, qualifiers }: Vehicle): string {
  return [[make, model, submodel].filter(Boolean).join(' '), ...qualifiers].join(', ');
}

/** "all", "EX only", "EX, 2.4L only". */
function limitWords({ submodel, qualifiers }: Vehicle): string {
  const limits = [submodel, ...qualifiers].filter(Boolean);
  return limits.length === 0 ? 'all of them' : `${limits.join(', ')} only`;
}

/** As many parts as a sentence names. */
const NAMED = 4;

function partWords(numbers: readonly string[]): string {
  if (numbers.length <= NAMED) return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
  return `${numbers.slice(0, NAMED - 1).join(', ')} and ${numbers.length - NAMED + 1} more parts`;
}

/** One warning as a sentence. */
export function warningWords(warning: FitmentWarning): string {
  const years = yearsLabel(warning);
  switch (warning.kind) {
    case 'overlap': {
      const { part_number, all, only } = warning;
      return `${part_number} fits ${only.make} ${only.model} ${years} twice: ${limitWords(all)}, and ${limitWords(only)}.`;
    }
    case 'duplicate': {
      const { part_numbers, description, vehicle } = warning;
      return `${partWords(part_numbers)} are called “${description}” and fit ${vehicleWords(vehicle)} ${years}.`;
    }
  }
}
