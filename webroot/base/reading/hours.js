import { weekday } from '../format.js';
import { t } from '../words.js';

/** The days of a week as the API names them, Monday first. */
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const TIME = /^(\d{1,2})(?:[:.：](\d{2}))?$/;

/** "06:00–14:00, 14:00–22:00": the intervals of a day as they are typed and read. */
export const hoursText = (intervals = []) => intervals.map(({ from, to }) => `${from}–${to}`).join(', ');

/** The intervals that a text names, none for an empty one; undefined where it cannot be read. */
export function hoursIn(text) {
  const parts = text.split(/[,;，；、]/).map((part) => part.trim()).filter(Boolean);
  const intervals = parts.map(interval);
  return intervals.every(Boolean) ? intervals : undefined;
}

function interval(text) {
  const ends = text.split(/\s*[-–—~～至]\s*/).map(time);
  return ends.length === 2 && ends.every(Boolean) ? { from: ends[0], to: ends[1] } : undefined;
}

function time(text) {
  const [, hour, minute = '00'] = TIME.exec(text.trim()) ?? [];
  const known = hour !== undefined && Number(hour) <= 24 && Number(minute) < 60;
  return known ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** Days that follow each other and have the same hours, as `[first, last, hours]`; not those without. */
export function groups(week) {
  const found = [];
  DAYS.forEach((day, at) => {
    const hours = hoursText(week[day]);
    const last = found.at(-1);
    if (last && last[1] === at - 1 && last[2] === hours) {
      last[1] = at;
    } else if (hours) {
      found.push([at, at, hours]);
    }
  });
  return found;
}

/** "Mon–Fri 08:00–12:00 and 13:30–17:30, Sat 08:00–12:00"; nothing where nobody works. */
export const weekText = (week) =>
  groups(week)
    .map(([first, last, text]) =>
      t('week.hours', { days: span(first, last), hours: text.replaceAll(', ', t('week.and')) }),
    )
    .join(t('comma'));

function span(first, last) {
  const [from, to] = [first, last].map((day) => weekday(day));
  return first === last ? from : t(last === first + 1 ? 'week.two-days' : 'week.days', { from, to });
}

/** True where every hour of every day is worked, and no day differs. */
export const isAroundTheClock = ({ week, exceptions = [] }) =>
  exceptions.length === 0 && DAYS.every((day) => hoursText(week[day]) === '00:00–24:00');
