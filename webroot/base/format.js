import { zoneName } from './reading/zones.js';
import { locale, number, t } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const formats = new Map();

/** Making a format costs far more than using it, so each is made once. */
function format(options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale(), options));
  }
  return formats.get(key);
}

export const timeZone = () => zoneName(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** A month such as `2026-12`, briefly. */
export const month = (code) =>
  format({ timeZone: 'UTC', month: 'short', year: '2-digit' }).format(Date.parse(`${code}-01`));

/** A month where there is room: briefly, August 2026 looks like a day of August. */
export const monthInFull = (code) =>
  format({ timeZone: 'UTC', month: 'long', year: 'numeric' }).format(Date.parse(`${code}-01`));

/** Today where the viewer is, as `2026-12-07`. */
export function today(now = Date.now()) {
  const date = new Date(now);
  const two = (value) => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0'); // Otherwise read again, 1 would be 2001.
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A date without a time, such as a promise; the year only where it is not this one. */
export function date(day, month = 'short') {
  return format({ timeZone: 'UTC', day: 'numeric', month, ...yearOf(day) }).format(Date.parse(day));
}

/** The day of the week of a date without a time. */
export const weekdayOf = (day) => format({ timeZone: 'UTC', weekday: 'long' }).format(Date.parse(day));

/** A date where there is little room. */
export const briefDate = (day) => date(day, locale().startsWith('zh') ? 'numeric' : 'short');

/** Two dates as one text, such as "12 – 16 December". */
export function dates(from, to, month = 'long') {
  const options = { timeZone: 'UTC', day: 'numeric', month, ...yearOf(from), ...yearOf(to) };
  return format(options).formatRange(Date.parse(from), Date.parse(to));
}

/** The day of an instant where the viewer is. */
export const day = (instant) => date(today(Date.parse(instant)));

/** From one instant to another, as days. */
export const days = (from, to) => dates(today(Date.parse(from)), today(Date.parse(to)), 'short');

/** An instant: the time alone if it is today's, else day and time. */
export function when(instant, now = Date.now()) {
  return today(Date.parse(instant)) === today(now) ? time(instant) : `${day(instant)} ${time(instant)}`;
}

export const time = (instant) =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** An instant in full, zone included, for whoever asks for it. */
export const inFull = (instant) => format({ dateStyle: 'full', timeStyle: 'long' }).format(new Date(instant));

/** How long ago, in its largest unit. */
export function ago(instant, now = Date.now()) {
  const millis = Math.max(0, now - new Date(instant).getTime());
  if (millis < MINUTE) {
    return t('ago.seconds', { count: Math.floor(millis / 1000) });
  }
  if (millis < HOUR) {
    return t('ago.minutes', { count: Math.floor(millis / MINUTE) });
  }
  return millis < DAY
    ? t('ago.hours', { count: Math.floor(millis / HOUR) })
    : t('ago.days', { count: Math.floor(millis / DAY) });
}

/** How long something usually takes, where only hours that are worked count. */
export const usuallyWorked = (hours) => t('hours.worked', { count: Math.max(1, Math.round(hours)) });

/** How long something usually takes. */
export const usually = (hours) =>
  hours < 48 ? t('hours', { count: Math.max(1, Math.round(hours)) }) : t('days', { count: Math.round(hours / 24) });

/** The name of a day of the week, 0 for Monday. */
export const weekday = (day, style = 'short') =>
  format({ timeZone: 'UTC', weekday: style }).format(Date.UTC(2024, 0, 1 + day));

/** A value with its unit. */
export const measure = (value, unit) => (unit ? `${number(value)} ${unit}` : number(value));

function yearOf(day) {
  return day.slice(0, 4) === today().slice(0, 4) ? {} : { year: 'numeric' };
}
