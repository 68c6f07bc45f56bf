import { timeZone } from '../../base/format.js';
import { locale, t } from '../../base/words.js';

const shown = (instant, zone, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone, hourCycle: 'h23', ...options }).format(new Date(instant));

const DAY = { weekday: 'short', day: 'numeric', month: 'short' };
const HOUR = { hour: '2-digit', minute: '2-digit' };

/** A zone that the browser does not know is shown as the reader's own. */
function known(zone) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return timeZone();
  }
}

/** `Asia/Shanghai` as people call it: the city, or where the browser knows no city's name, whose time it is. */
export function place(zone) {
  if (locale().startsWith('en')) {
    return zone.split('/').at(-1).replaceAll('_', ' ');
  }
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName').value;
}

/** When it begins where it takes place, and where the reader is if their clocks say something else. */
export function when({ beginsAt, zone }) {
  const there = known(zone);
  const atPlace = shown(beginsAt, there, { ...DAY, ...HOUR });
  const here = shown(beginsAt, timeZone(), { ...DAY, ...HOUR });
  return atPlace === here
    ? t('meeting.at', { time: atPlace, place: place(there) })
    : t('meeting.at-both', { time: atPlace, place: place(there), here });
}

export const day = ({ beginsAt, zone }) => shown(beginsAt, known(zone), { day: 'numeric', month: 'short' });
