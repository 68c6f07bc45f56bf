import { excess } from '../../base/reading/faults.js';
import { t } from '../../base/words.js';

/**
 * What is wrong or unusual with what somebody counted: nothing at all, or more than is left to make. A plant may
 * make more than was ordered, so that is only asked.
 */
export function doubtsOf({ kind, counted, left }) {
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  return {
    wrong: kind === 'progressed' && all === 0 ? [{ field: 'good', said: t('acts.nothing-counted') }] : [],
    unusual: excess('good', counted.good, left),
  };
}
