import { ago, date } from '../../base/format.js';
import { number, t } from '../../base/words.js';

export const TIERS = ['platinum', 'gold', 'silver', 'standard'];

/** Between which a figure lies, as a sentence; nothing where too few tell. */
export const between = ({ low, high }, unit) =>
  low === undefined ? undefined : t(`loyalty.between-${unit}`, { low: number(low), high: number(high) });

/** For how long: months as people say them. */
export function howLong(months) {
  const years = months / 12;
  return years < 2
    ? t('loyalty.months', { count: Math.round(months) })
    : t('loyalty.years', { count: Math.round(years * 10) / 10 });
}

/** When a company orders, in a sentence or two: dates, where there are no probabilities. */
export function rhythmOf({ orders, gone }, today) {
  if (!orders) {
    return [t('loyalty.never')];
  }
  const { last, silent, usual, behindFrom, laterThanEverFrom } = orders;
  if (gone) {
    return [t('loyalty.gone', { date: date(last) })];
  }
  if (usual === undefined) {
    return [t('loyalty.no-rhythm', { date: date(last) })];
  }
  return [
    t('loyalty.usually', { count: usual }),
    silent === 0 ? t('loyalty.ordered-today') : t('loyalty.silent', { count: silent }),
    laterThanEverFrom <= today
      ? t('loyalty.later-than-ever', { date: date(laterThanEverFrom) })
      : behindFrom <= today
        ? t('loyalty.will-be-later', { date: date(laterThanEverFrom) })
        : undefined,
  ].filter(Boolean);
}

/** Why somebody should look after them. */
export function whyOf({ kind, seenAt, now, before }) {
  switch (kind) {
    case 'silence':
      return seenAt ? t('loyalty.sign-unseen', { ago: ago(seenAt) }) : t('loyalty.sign-never-seen');
    case 'voices':
    case 'slips':
      return t(`loyalty.sign-${kind}`, { now: number(now), before: number(before ?? 0) });
    default:
      return t(`loyalty.sign-${kind}`);
  }
}

/** What is known of its need, newest first: the newest that counts, or nothing. */
export const needOf = ({ needs }) => needs[0];

export const needText = ({ share, need }) =>
  need
    ? t('loyalty.need-of', { share: number(share), amount: money(need) })
    : t('loyalty.need-share', { share: number(share) });

export const money = ({ amount, currency }) => `${number(amount)} ${currency}`;

/** A figure over the months, for a chart. */
export const pointsOf = (months, figure) => months.map((month) => figure(month) ?? {});

/** How many are lost: by the model, or else by who is silent for longer than ever. */
export const lostOf = ({ churn }) => churn.lost ?? (churn.rhythmic > 0 ? { value: churn.silent } : undefined);
