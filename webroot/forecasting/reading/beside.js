import { number, t } from '../../base/words.js';

const PERCENT = 100;

/** Nearer than this to each other, two methods are as good. */
const ALIKE = 0.03;

const called = {
  shown: 'coverage.method-shown',
  'median-remaining': 'coverage.method-median-remaining',
  'stage-and-product': 'coverage.method-stage-and-product',
  plan: 'coverage.method-plan',
};

export const methodName = (method) => (called[method] ? t(called[method]) : method);

/** How what was told did beside the best of the simple methods, as a sentence; nothing where that cannot be said. */
export function besideBest(methods) {
  const shown = methods.find(({ method }) => method === 'shown');
  const [best] = methods.filter((one) => one !== shown).sort((a, b) => a.off - b.off);
  if (!shown || !best || best.off === 0) {
    return undefined;
  }
  const ratio = shown.off / best.off;
  const values = { apart: number(Math.round(Math.abs(1 - ratio) * PERCENT)), best: methodName(best.method) };
  if (Math.abs(1 - ratio) < ALIKE) {
    return t('coverage.as-near', values);
  }
  return t(ratio < 1 ? 'coverage.nearer' : 'coverage.farther', values);
}
