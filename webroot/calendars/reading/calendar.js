import { date, dates, today } from '../../base/format.js';
import { hoursText, isAroundTheClock, weekText } from '../../base/reading/hours.js';
import { t } from '../../base/words.js';

export const PLANT = 'plant';

/** What a calendar is where nobody has saved one: a usual week to begin with. */
export const beginning = (code) => {
  const hours = [{ from: '08:00', to: '17:00' }];
  const [monday, tuesday, wednesday, thursday, friday] = Array(5).fill(hours);
  return { code, week: { monday, tuesday, wednesday, thursday, friday }, exceptions: [] };
};

/** What of a calendar is sent back. */
export const sendable = ({ code, name, zone, week, exceptions }) => ({ code, name, zone, week, exceptions });

/** "Working time: Mon–Fri 06:00–22:00; next holiday: 25 Dec, Christmas Day." */
export function meaning(calendar) {
  if (isAroundTheClock(calendar)) {
    return t('calendars.always');
  }
  const next = nextHoliday(calendar);
  return [
    t('calendars.meaning', { hours: weekText(calendar.week) }),
    next && t('calendars.next', { holiday: [when(next), next.name].filter(Boolean).join(t('comma')) }),
  ]
    .filter(Boolean)
    .join(t('space'));
}

const nextHoliday = ({ exceptions }) =>
  exceptions.find(({ to, intervals }) => to >= today() && !intervals?.length);

/** "25 Dec", or "24 – 31 Dec". */
export const when = ({ from, to }) => (from === to ? date(from) : dates(from, to, 'short'));

/** "Not worked", or the hours. */
export const worked = ({ intervals }) =>
  intervals?.length ? t('calendars.worked', { hours: hoursText(intervals) }) : t('calendars.off');

/** Exceptions by the year in which they begin, as `[year, exceptions]`. */
export function byYear(exceptions) {
  const years = new Map();
  [...exceptions]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .forEach((one) => {
      const year = one.from.slice(0, 4);
      years.set(year, [...(years.get(year) ?? []), one]);
    });
  return [...years];
}
