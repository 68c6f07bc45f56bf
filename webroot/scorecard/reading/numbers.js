import { has, number, t, wording } from '../../base/words.js';

/** What a figure is called; one that a newer server has beside these, by its own name. */
export const called = ({ name, group }) => {
  const title = has(`scorecard.figure.${name}`) ? t(`scorecard.figure.${name}`) : name;
  return group ? t('scorecard.for', { figure: title, group: wording(group.name) }) : title;
};

/** What a figure says: a share with its per cent sign, days with their word. */
export function valueOf({ unit, shown }) {
  if (!shown) {
    return t('scorecard.too-few');
  }
  switch (unit) {
    case 'share':
      return t('scorecard.percent', { value: number(shown.value) });
    case 'days':
      return t('scorecard.days', { count: shown.value });
    default:
      return number(shown.value);
  }
}

/** Of how many, and between which it lies. */
export function basis({ unit, shown }) {
  if (!shown?.of) {
    return undefined;
  }
  const { of, hits, low, high } = shown;
  const said =
    hits === undefined
      ? t('scorecard.of-all', { of: number(of) })
      : t('scorecard.hits', { hits: number(hits), of: number(of) });
  const between = unit === 'score' ? 'scorecard.between-points' : 'scorecard.between';
  return low === undefined ? said : `${said} ${t(between, { low: number(low), high: number(high) })}`;
}

/** What a figure means, in the reader's language, as the month itself says. */
export const meaning = ({ meanings }, { name }) => wording(meanings[name]);

const keyOf = ({ name, group }) => `${name} ${group?.code ?? ''}`;

/** What a correction has otherwise than what was there before it: the figures, each with the one before. */
export const corrected = (before, after) =>
  after.figures
    .map((figure) => [before.figures.find((one) => keyOf(one) === keyOf(figure)), figure])
    .filter(([old, figure]) => JSON.stringify(old?.shown) !== JSON.stringify(figure.shown));

/** The card that holds: the last correction, or the first word. */
export const holding = ({ card, corrections = [] }) => corrections.at(-1)?.card ?? card;

/** The figures without those for one group alone. */
export const overall = (figures) => figures.filter(({ group }) => !group);

/** One figure over the months, the oldest first, for a chart. */
export const history = (months, name) =>
  [...months].reverse().map(({ figures }) => {
    const figure = overall(figures).find((one) => one.name === name);
    return figure?.shown ?? {};
  });

/** The figures of which a chart says more than the last number: those with two months or more. */
export const charted = (months) =>
  overall(months[0]?.figures ?? []).filter(
    ({ name }) => history(months, name).filter(({ value }) => value !== undefined).length > 1,
  );
