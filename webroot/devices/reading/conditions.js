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

/** How a machine does, in a few words. */
export const machineSaid = ({ state, since }) => t(`machine.${state}`, { since: since && when(since) });

/** What that means and what to do about it; nothing where all is as usual. */
export const machineAdvice = ({ state, rhythmSeconds, sentence }) =>
  [
    state === 'silent' && t('machine.silent-what', { rhythm: rhythm(rhythmSeconds) }),
    state !== 'live' && noted(sentence),
  ].filter(Boolean);

/** What was missed of it, as a sentence. */
export const spellSaid = ({ state, from, until, sentence }) =>
  [
    t(`machine.spell-${state}${until && state !== 'restarted' ? '' : '-since'}`, {
      from: when(from),
      until: until && when(until),
    }),
    noted(sentence),
  ]
    .filter(Boolean)
    .join(t('space'));

/** As whoever listens to the machine wrote it. */
const noted = (sentence) => sentence && t('machine.noted', { sentence });

/** How often it usually speaks. */
export function rhythm(seconds) {
  if (seconds < 60) {
    return t('machine.rhythm-seconds', { count: Math.max(1, Math.round(seconds)) });
  }
  return seconds < 3_600
    ? t('machine.rhythm-minutes', { count: Math.round(seconds / 60) })
    : t('machine.rhythm-hours', { count: Math.round(seconds / 3_600) });
}
