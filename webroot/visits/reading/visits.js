import { date, today } from '../../base/format.js';
import { t } from '../../base/words.js';

const DAY_MILLIS = 86_400_000;
export const KINDS = ['visit', 'call'];
export const ROLES = ['account-manager', 'department-head'];

/** What of a list comes, the next first, and what was, the newest first. */
export function parted(rows, now = Date.now()) {
  const all = Object.values(rows);
  const comes = ({ state, until }) => state === 'planned' && Date.parse(until) > now;
  return {
    coming: all.filter(comes).sort((a, b) => a.at.localeCompare(b.at)),
    past: all.filter((row) => !comes(row)).sort((a, b) => b.at.localeCompare(a.at)),
  };
}

/** Whether its time has come: then it is noted, or was missed. */
export const hasBegun = ({ at }, now = Date.now()) => Date.parse(at) <= now;

/** Where it stands, as its chip says: what was noted also by whether it is confirmed. */
export function standing({ state, confirmed, at }, now) {
  if (state === 'planned' && hasBegun({ at }, now)) {
    return 'begun';
  }
  if (state !== 'made') {
    return state;
  }
  return confirmed ? 'confirmed' : 'open';
}

/** How a confirmation came about, as a sentence. */
export function confirmation({ confirmed, corrections }) {
  const how = confirmed.how === 'silence' ? 'silence' : 'word';
  const said = t(`visit.confirmed.${how}`, { by: confirmed.by ?? '', day: date(confirmed.at.slice(0, 10)) });
  return corrections > 0 ? t('visit.confirmed.with', { said, count: corrections }) : said;
}

/** By which cadence somebody is due: "every 30 days, 45 at most (agreed with them, version 3)". */
export function cadenceText({ idealDays, longestDays, owner, version }) {
  const days = t('visits.cadence', { ideal: idealDays, longest: longestDays });
  const from = t(`visits.cadence.${owner}`, { version });
  return t('visits.cadence.from', { days, from });
}

/** By when somebody is to be met, as a sentence. */
export function dueText({ last, ideal, latest, overdue }, now = Date.now()) {
  if (overdue) {
    return t('visits.overdue-since', { day: date(latest), count: daysSince(latest, now) });
  }
  if (!last) {
    return t('visits.first-by', { latest: date(latest) });
  }
  return t('visits.due-by', { day: date(ideal), latest: date(latest) });
}

const daysSince = (day, now) => Math.max(1, Math.round((Date.parse(today(now)) - Date.parse(day)) / DAY_MILLIS));

/** So many days after a day. */
export const daysAfter = (day, count) => new Date(Date.parse(day) + count * DAY_MILLIS).toISOString().slice(0, 10);

/** Monday of the week of a day. */
export const mondayOf = (day) => daysAfter(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));

/** What a field for a date and time in the viewer's zone shows of an instant, and the other way round. */
export function localMoment(instant) {
  const moment = new Date(instant);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export const momentOf = (local) => (local ? new Date(local).toISOString() : undefined);
