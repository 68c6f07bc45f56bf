import { day, inFull, time, weekday } from '../../base/format.js';
import { t } from '../../base/words.js';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** When it is, where the reader is: the day in full, from when to when. */
export function span({ start, end }) {
  const sameDay = day(start) === day(end);
  return sameDay ? `${inFull(start)} – ${time(end)}` : `${inFull(start)} – ${inFull(end)}`;
}

/** How often a series comes, as a sentence. */
export function pace({ pace: kind, nth, day: name, every }) {
  const weekdayName = weekday(DAYS.indexOf(name), 'long');
  const days = kind === 'weekly' ? weekdayName : t(`invitation.nth.${nth < 0 ? 'last' : nth}`, { day: weekdayName });
  return t(`invitation.series.${kind}`, { days, count: every });
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
