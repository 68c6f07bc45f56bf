import { date, time, timeZone, today, weekday, weekdayOf } from '../../base/format.js';
import { t } from '../../base/words.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const SEVERAL = { weekly: 'weeks', monthly: 'months' };

/** When it is, where the reader is, which is said: the day, from when to when. */
export function span({ start, end }) {
  const until = today(Date.parse(start)) === today(Date.parse(end)) ? time(end) : moment(end);
  return `${moment(start)} – ${until} (${timeZone()})`;
}

function moment(instant) {
  const on = today(Date.parse(instant));
  return `${weekdayOf(on)}, ${date(on, 'long')}, ${time(instant)}`;
}

/** How often a series comes, as a sentence. */
export function pace({ pace: kind, nth, day: name, every }) {
  const weekdayName = weekday(DAYS.indexOf(name), 'long');
  const days = kind === 'weekly' ? weekdayName : t(`invitation.nth.${nth < 0 ? 'last' : nth}`, { day: weekdayName });
  return t(`invitation.series.${every > 1 ? SEVERAL[kind] : kind}`, { days, count: every });
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
