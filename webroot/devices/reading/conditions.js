import { measure, when } from '../../base/format.js';
import { has, number, t } from '../../base/words.js';

/** What a quantity is called; what the house calls it where we have no word. */
export const quantityOf = ({ quantity }) => {
  const key = `quantity.${quantity}`;
  return has(key) ? t(key) : quantity;
};

/** Whether it is checked rather than measured. */
export const isChecked = ({ points }) => points.every(({ value }) => value === undefined);

const newestOf = ({ points }) => points.at(-1);

/** What checks came to. */
export const checked = ({ failed, readings }) =>
  failed > 0
    ? t('conditions.failed', { count: failed, all: readings })
    : t('conditions.well', { count: readings });

/** The newest of a series in few words: a value, or whether all was well. */
export function newest(series) {
  if (isChecked(series)) {
    return checked(series);
  }
  return measure(newestOf(series).value, series.unit);
}

/** From the least to the most that it was. */
export function range({ points, unit }) {
  const values = points.filter(({ value }) => value !== undefined);
  const low = Math.min(...values.map((one) => one.low ?? one.value));
  const high = Math.max(...values.map((one) => one.high ?? one.value));
  return low === high
    ? measure(low, unit)
    : t('conditions.range', { low: number(low), high: measure(high, unit) });
}

/** What was measured before what was checked. */
export const measuredFirst = (series) => [...series].sort((one, other) => isChecked(one) - isChecked(other));

/** What was missed of a machine; a silence that lasts is said by how it does. */
export const spellsOf = ({ state, spells }) => spells.filter((one) => one.until || one.state !== state);

/** How a machine does, as a sentence. */
export const machineSaid = ({ state, since, sentence }) =>
  t(`machine.${state}`, { since: since && when(since) }) +
  (sentence && state !== 'live' ? t('colon') + sentence : '');

/** What was missed of it, as a sentence. */
export const spellSaid = ({ state, from, until, sentence }) =>
  t(`machine.spell-${state}${until && state !== 'restarted' ? '' : '-since'}`, {
    from: when(from),
    until: until && when(until),
  }) + (sentence ? t('colon') + sentence : '');
