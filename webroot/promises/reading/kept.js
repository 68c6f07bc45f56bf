import { date } from '../../base/format.js';
import { number, t } from '../../base/words.js';

export const BY = ['company', 'product', 'routing'];

/** Months ago, as `2026-10`. */
export function before(month, count) {
  const [year, one] = month.split('-').map(Number);
  return new Date(Date.UTC(year, one - 1 - count)).toISOString().slice(0, 7);
}

/** So many of so many, with the share where there are enough to say one. */
export function share(part, all) {
  if (all === 0) {
    return '–';
  }
  const of = t('kept.of', { part: number(part), all: number(all) });
  return all < 5 ? of : t('kept.of-share', { of, share: number(Math.round((100 * part) / all)) });
}

/** The numbers of a day, each with the lines that it stands for. */
export const numbers = (day, { n, onTime, counted, inFull }) =>
  [
    ['kept', onTime, n],
    ['missed', n - onTime, n],
    ['in-full', inFull, counted],
    ['not-in-full', counted - inFull, counted],
  ].map(([what, some, all]) => ({ of: `${day}-${what}`, name: nameOf(what), value: share(some, all), some }));

function nameOf(what) {
  switch (what) {
    case 'kept':
      return t('kept.on-time');
    case 'missed':
      return t('kept.missed');
    case 'in-full':
      return t('kept.in-full');
    default:
      return t('kept.not-in-full');
  }
}

/** Whether a number is one of those against a day; the others are of what could be gamed. */
export const isOfDay = (of = '') => /^(first|agreed)-(kept|missed|in-full|not-in-full)$/.test(of);

/** What a number is called above its lines. */
export function named(of) {
  const [day, ...what] = of.split('-');
  return isOfDay(of)
    ? t('kept.behind', { what: nameOf(what.join('-')), day: t(day === 'first' ? 'kept.first' : 'kept.agreed') })
    : t(`kept.gamed.${of}`);
}

/** The days of a line, in a sentence. */
export function daysOf({ days: { first, agreed, came, full } }) {
  return [
    first && t('kept.line-first', { date: date(first) }),
    agreed && agreed !== first && t('kept.line-agreed', { date: date(agreed) }),
    came ? t('kept.line-came', { date: date(came) }) : t('kept.line-open'),
    came && full !== came && (full ? t('kept.line-full', { date: date(full) }) : t('kept.line-short')),
  ]
    .filter(Boolean)
    .join(t('promises.between'));
}
