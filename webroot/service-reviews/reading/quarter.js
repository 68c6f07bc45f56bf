import { date, when } from '../../base/format.js';
import { has, number, t } from '../../base/words.js';

export const quarterOf = (quarter) => {
  const [year, part] = quarter.split('-Q');
  return t(`service-review.quarter-${part}`, { year });
};

/** How far a review is, in a sentence. */
export const standing = ({ state, signed, begun }) =>
  state === 'signed'
    ? t('service-review.signed', { by: signed.by, at: when(signed.at) })
    : t(`service-review.${state}`, { by: begun?.by });

const percent = (value) => t('service-review.percent', { percent: number(value) });

/** How often something was kept: of how many, and between which it lies. */
export const figure = ({ kept, due, percent: value, range }) =>
  due === 0
    ? t('service-review.none-due')
    : t('service-review.kept', {
        kept,
        due,
        percent: percent(value),
        low: number(range.low),
        high: number(range.high),
      });

const signed = (points) => (points > 0 ? `+${number(points)}` : number(points).replace('-', '−'));

/** What the difference says. */
export const change = ({ verdict, difference }) =>
  t(`service-review.${verdict}`, difference && { low: signed(difference.low), high: signed(difference.high) });

/** What was changed, and whose. */
export function changed({ kind, subject, whose }) {
  const what = has(`audit.${kind}`) ? t(`audit.${kind}`) : kind;
  if (whose.company) {
    return t('service-review.changed-of', { what, whose: whose.company.name, version: subject });
  }
  return whose.tier ? t('service-review.changed-of', { what, whose: t(`tier.${whose.tier}`), version: subject }) : what;
}

export const sinceWhen = ({ day, by }) => t('service-review.changed-by', { day: date(day), by });

export const grown = ({ growth, before, orders }) => t(`service-review.${growth}`, { before, orders });

export const whoseVersion = ({ company, tier, version }) =>
  t('service-review.version-of', { whose: company?.name ?? t(`tier.${tier}`), version });
