import { number, t } from '../../base/words.js';

/** How many there are, and how many of them are beyond the limits. */
export function summary({ values }) {
  const beyond = values.filter(({ passes }) => !passes).length;
  const count = t('values.count', { count: values.length });
  const said = values.some(isNumber) ? 'values.beyond' : 'values.not-met';
  return beyond > 0 ? count + t('comma') + t(said, { count: beyond }) : count;
}

/** How well the limits are kept, as a sentence. */
export function capabilitySaid({ values, needed, mean, deviation, cp, cpk }) {
  if (mean === undefined) {
    return t('values.too-few', { count: values, needed });
  }
  if (cpk === undefined) {
    return t('values.all-alike', { count: values });
  }
  const figures = t(cp === undefined ? 'values.cpk' : 'values.cp', { cp: cp && two(cp), cpk: two(cpk) });
  return t('values.capability', { figures, count: values, mean: four(mean), deviation: four(deviation) });
}

/** What is only met or not has no value. */
const isNumber = ({ value }) => value !== undefined;

const two = (figure) => number(Math.round(figure * 100) / 100);

/** Four digits tell enough. */
const four = (figure) => number(Number(figure.toPrecision(4)));

/** Whether a value passes; one that does not count says so, and why. */
export const verdictOf = ({ value, passes, counts, overdue }) =>
  t(isNumber({ value }) ? (passes ? 'values.passes' : 'values.fails') : passes ? 'values.yes' : 'values.no') +
  (counts ? '' : t('comma') + t(overdue ? 'values.overdue' : 'values.unpictured'));
