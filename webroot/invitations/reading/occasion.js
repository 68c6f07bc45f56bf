import { date, time, timeZone, today, weekday, weekdayOf } from '../../base/format.js';
import { t } from '../../base/words.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const SEVERAL = { weekly: 'weeks', monthly: 'months' };

/** When it is, where the reader is, which is said: the day, from when to when. */
export function span({ start, end }) {
  const until = today(Date.parse(start)) === today(Date.parse(end)) ? time(end) : moment(end);
  return t('invitation.span', { from: moment(start), until, zone: timeZone() });
}

function moment(instant) {
  const on = today(Date.parse(instant));
  return t('invitation.moment', { weekday: weekdayOf(on), date: date(on, 'long'), time: time(instant) });
}

/**
 * Invitations as they are read, the soonest first: the dates of a series stand with it, since who answers the
 * series has answered them. A date stands by itself where it wants an answer of its own, was called off, or one is
 * not asked to its series.
 */
export function arranged(invitations) {
  const soonest = invitations.toSorted((one, other) => one.occasion.start.localeCompare(other.occasion.start));
  const whole = new Set(soonest.filter(({ occasion }) => occasion.rule).map(({ occasion }) => occasion.series));
  const isWithin = (one) =>
    one.occasion.isDateOfSeries && whole.has(one.occasion.series) && chosen(one) && !one.occasion.calledOff;
  return soonest
    .filter((one) => !isWithin(one))
    .map((invitation) => ({
      invitation,
      dates: invitation.occasion.rule
        ? soonest.filter((one) => isWithin(one) && one.occasion.series === invitation.occasion.series)
        : [],
    }));
}

/** How often a series comes, as a sentence. */
export function pace({ pace: kind, nth, day: name, every }) {
  const weekdayName = weekday(DAYS.indexOf(name), 'long');
  const days = kind === 'weekly' ? weekdayName : t(`invitation.nth.${nth < 0 ? 'last' : nth}`, { day: weekdayName });
  return t(`invitation.series.${every > 1 ? SEVERAL[kind] : kind}`, { days, count: every });
}

/** The invitations to one occasion; to its series where there is none to itself, since that one says all of it. */
export function narrowed(invitations, { kind, number, series }) {
  const to = (named) =>
    invitations.filter(({ occasion }) => occasion.kind === named.kind && occasion.number === named.number);
  const own = to({ kind, number });
  return own.length > 0 || !series ? own : to(series);
}

/** What is recorded, as a sentence; `sent` where it was a moment ago. */
export function recorded({ state, instead }, sent) {
  const said = t(`invitation.state.${state}`);
  if (!sent) {
    return said;
  }
  return instead
    ? t('invitation.sent-instead', { state: said, name: instead.name })
    : t('invitation.sent', { state: said });
}

/** What an invitation was answered with: of who waits, that they would come; nothing where it was not. */
export const chosen = ({ state }) => (state === 'waiting' ? 'accepted' : state === 'asked' ? undefined : state);
