import { when } from '../../base/format.js';
import { t } from '../../base/words.js';

const MINUTE = 60;
const HOUR = 3600;
/** From so many hours on, minutes say nothing. */
const WHOLE_FROM_HOURS = 10;

/** The commitments in the order in which they come due. */
export const COMMITMENTS = ['seen', 'firstAnswer', 'nextAnswer', 'solved'];

const overlap = ([from, to], after, before) =>
  Math.max(0, Math.min(Date.parse(to), before) - Math.max(Date.parse(from), after));

/** The seconds of working time until a running clock is due: only the intervals count that the server worked out. */
export function left({ worked = [], due }, now) {
  const until = Date.parse(due);
  return worked.reduce((sum, interval) => sum + overlap(interval, now, until), 0) / 1000;
}

export const isLate = (clock, now) => clock?.runs === true && Date.parse(clock.due) <= now;

/** Whether this very moment counts; without intervals nothing is known, and nothing said. */
export const isWorked = ({ worked = [] }, now) =>
  worked.length === 0 || worked.some(([from, to]) => Date.parse(from) <= now && now < Date.parse(to));

/** When it counts again, while it does not. */
export const goesOnAt = ({ worked = [] }, now) => worked.map(([from]) => from).find((from) => Date.parse(from) > now);

/** How much of the time is gone, from 0 to 1: of the working time where it is known, else of the time between. */
export function gone(clock, now) {
  if (!clock?.runs) {
    return 0;
  }
  if (isLate(clock, now)) {
    return 1;
  }
  const from = Date.parse(clock.from);
  const all = clock.worked?.length ? left(clock, from) : (Date.parse(clock.due) - from) / 1000;
  const rest = clock.worked?.length ? left(clock, now) : (Date.parse(clock.due) - now) / 1000;
  return all > 0 ? Math.min(1, Math.max(0, 1 - rest / all)) : 0;
}

/** "2 h 10 min": working time in words. */
export function duration(seconds) {
  const minutes = Math.floor(seconds / MINUTE);
  if (minutes < 1) {
    return t('duration.moment');
  }
  const [hours, rest] = [Math.floor(seconds / HOUR), minutes % 60];
  if (hours === 0) {
    return t('duration.minutes', { count: minutes });
  }
  return rest === 0 || hours >= WHOLE_FROM_HOURS
    ? t('duration.hours', { count: hours })
    : t('duration.hours-minutes', { hours, minutes: rest });
}

/** What the clock shows in large: what is due next, and in how much working time. */
export function headline({ clock, state }, now) {
  if (state === 'closed') {
    return t('clock.closed');
  }
  if (!clock.runs) {
    return t('clock.still');
  }
  return isLate(clock, now)
    ? t(`clock.${clock.next}.late`, { due: when(clock.due, now) })
    : t(`clock.${clock.next}.within`, { left: duration(left(clock, now)) });
}

/** Under it: until when, or why it stands still. */
export function under({ clock, state }, now, isStaff) {
  if (state === 'closed') {
    return t('clock.closed-since', { since: when(clock.since, now) });
  }
  if (!clock.runs) {
    const asked = isStaff ? 'clock.asked-customer' : 'clock.asked-you';
    return clock.left >= MINUTE ? t(asked, { left: duration(clock.left) }) : t(`${asked}-over`);
  }
  if (isLate(clock, now)) {
    return t(isStaff ? 'clock.was-due-staff' : 'clock.was-due');
  }
  return t('clock.until', { due: when(clock.due, now) });
}

/** Why it stands still at this very moment although it runs: nobody works. Nothing where somebody does. */
export function pause({ clock, state }, now) {
  if (state === 'closed' || !clock.runs || isLate(clock, now) || isWorked(clock, now)) {
    return '';
  }
  const on = goesOnAt(clock, now);
  return on ? t('clock.goes-on', { at: when(on, now) }) : '';
}

/** By which versions the times of those that have begun were promised, each said once. */
export function promisedBy({ commitments }, isStaff) {
  const said = COMMITMENTS.map((name) => commitments[name]?.version)
    .filter(Boolean)
    .map(({ owner, version }) => {
      const key = version === 0 ? `clock.by.${owner}.0` : `clock.by.${owner}`;
      return t(isStaff && owner !== 'default' ? `${key}.staff` : key, { version });
    });
  return [...new Set(said)].join(' · ');
}

/** A commitment as a step: whether it was kept, is the next, was missed; and that in words. */
export function step(name, { commitments, clock, state }, now, isStaff) {
  const { due, done, missed, target } = commitments[name] ?? {};
  const values = { due: due && when(due, now), done: done && when(done, now) };
  if (done) {
    const how = missed ? 'done-late' : 'done';
    return { name, standing: missed ? 'missed' : 'kept', text: t(`step.${name}.${how}`, values) };
  }
  if (due && Date.parse(due) <= now && clock.runs) {
    return { name, standing: 'late', text: t(`step.${name}.late`, values) };
  }
  if (missed) {
    // It has got more time since, or stands still: what was missed stays missed.
    const said = due && clock.runs ? t(`step.${name}.due`, values) : t(`step.${name}`);
    return { name, standing: 'missed', text: t('step.missed-before', { said }) };
  }
  const standing = clock.runs && clock.next === name ? 'now' : 'coming';
  if (due && clock.runs) {
    return { name, standing, text: t(`step.${name}.due`, values) };
  }
  if (target && state !== 'closed') {
    const key = name === 'nextAnswer' && isStaff ? 'step.nextAnswer.target-staff' : `step.${name}.target`;
    return { name, standing, text: t(key, { time: duration(target) }) };
  }
  return { name, standing, text: t(`step.${name}`) };
}

/** The clock of a row in a list, as briefly as it can be said; `isAsked` where the reader is who was asked. */
export function briefly({ clock, state, closedAt }, now, isAsked = false) {
  if (state === 'closed') {
    return { text: t('due.closed'), more: closedAt ? when(closedAt, now) : '' };
  }
  if (!clock?.runs) {
    return { text: t('due.still'), more: t(isAsked ? 'due.asked-you' : 'due.asked') };
  }
  return isLate(clock, now)
    ? { text: t('due.late'), more: t(`due.${clock.next}.was`, { due: when(clock.due, now) }), late: true }
    : { text: t('due.by', { due: when(clock.due, now) }), more: t(`due.${clock.next}`) };
}
