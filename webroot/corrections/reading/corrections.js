import { date, day, when } from '../../base/format.js';
import { digitsOf, t, wording } from '../../base/words.js';

export const PURPOSES = ['containment', 'correction', 'prevention'];
export const COST_KINDS = ['scrap', 'rework', 'replacement', 'freight', 'other'];

/** The currencies that are offered first; any other is taken by its code. */
export const CURRENCIES = ['CNY', 'EUR', 'USD', 'GBP', 'JPY', 'CHF', 'HKD', 'INR', 'KRW', 'SGD'];

/** What somebody typed, in minor units; nothing where it is no amount of this currency. */
export function minor(typed, currency) {
  const [, whole, fraction = ''] = /^\s*(\d{1,10})(?:[.,](\d*))?\s*$/.exec(typed) ?? [];
  const digits = digitsOf(currency);
  return whole === undefined || fraction.length > digits ? undefined : Number(whole + fraction.padEnd(digits, '0'));
}

/** How far it is proven that an action worked, in sentences. */
export function provenBy({ done, proof }) {
  if (!proof) {
    return [t('proof.none')];
  }
  const { name, goal, counted, restarts, failedAt, provenAt } = proof;
  const what = wording(name);
  if (provenAt) {
    return [t(goal ? 'proof.proven' : 'proof.proven-short', { what, count: goal, at: day(provenAt) })];
  }
  if (goal === undefined) {
    return [t('proof.watched', { what })];
  }
  return [
    t(done ? 'proof.counted' : 'proof.waits', { what, counted, count: goal }),
    restarts > 0 && t('proof.restarted', { count: restarts, at: when(failedAt) }),
  ].filter(Boolean);
}

/** When it is due or was done, and by whom. */
export const doneLine = ({ owner, due, done, doneAt }) =>
  done && doneAt
    ? t('correction.done', { owner, at: day(doneAt) })
    : t('correction.due', { owner, at: date(due) });

/** Entries with what took them back, the newest first. */
export const costRows = ({ entries }) =>
  entries
    .map((entry) => ({ ...entry, isTakenBack: entries.some(({ against }) => against === entry.id) }))
    .toReversed();
