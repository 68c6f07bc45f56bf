import { number, t } from '../../base/words.js';

/** A share in whole percent. */
export const percent = (share) => t('tried.percent', { share: number(Math.round(100 * share)) });

/** Days with one digit behind the point, as one would say them. */
export const days = (value) => t('tried.days', { count: Math.round(10 * value) / 10 });

const called = {
  shown: 'tried.method-shown',
  planned: 'tried.method-planned',
  'mean-lead': 'tried.method-mean-lead',
  'median-remaining': 'tried.method-median-remaining',
  'stage-and-product': 'tried.method-stage-and-product',
};

export const methodName = (method) => t(called[method]);

/** The days of a week as one calls them, `mon` to `sun`. */
const MONDAY = Date.UTC(2026, 0, 5);
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const workedDays = (worked, locale) => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return worked.map((day) => name.format(MONDAY + NAMES.indexOf(day) * 86_400_000)).join(t('comma'));
};

/** How far off the page is beside the best of the methods that learn from what remained. */
export function besideSimple(methods) {
  const off = (name) => methods.find(({ method }) => method === name)?.offDays.byReport;
  const simple = ['median-remaining', 'stage-and-product'].map(off).filter((one) => one !== undefined);
  return simple.length === 0 ? undefined : off('shown') / Math.min(...simple);
}

/** What follows from it, in a sentence. */
export function verdict({ methods }) {
  const [shown] = methods;
  const held = percent(shown.nineOfTen.byReport);
  if (shown.nineOfTen.byReport < 0.85) {
    return t('tried.verdict-short', { held });
  }
  return shown.nineOfTen.byReport > 0.97 ? t('tried.verdict-wide', { held }) : t('tried.verdict-holds', { held });
}

/** The same in one sentence beside the simple methods. */
export function comparison({ methods }) {
  const ratio = besideSimple(methods);
  if (ratio === undefined || !Number.isFinite(ratio)) {
    return undefined;
  }
  const apart = percent(Math.abs(1 - ratio));
  if (Math.abs(1 - ratio) < 0.03) {
    return t('tried.as-near');
  }
  return ratio < 1 ? t('tried.nearer', { apart }) : t('tried.farther', { apart });
}

/** How wide the range is: one that holds says little if it is as wide as a month. */
export const width = ({ range: { half, nineOfTen } }) =>
  t('tried.width', { half: days(half), nine: days(nineOfTen), wide: days(nineOfTen - half) });

/** Days by which a first day may be off before one says that it leans. */
const LEANS = 0.5;

/** Whether the first day leans to one side by the end of the log. */
export function lately({ range: { lately: found } }) {
  if (!found) {
    return t('tried.lately-unknown');
  }
  const said = { held: percent(found.held), days: days(Math.abs(found.lateDays)) };
  if (Math.abs(found.lateDays) < LEANS) {
    return t('tried.lately-right', said);
  }
  return found.lateDays > 0 ? t('tried.lately-early', said) : t('tried.lately-late', said);
}
