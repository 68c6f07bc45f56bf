import { date } from '../../base/format.js';
import { t } from '../../base/words.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const ANSWERS = ['affected', 'free', 'unknown'];

/** How long it took, in the two largest units. */
export function took({ started, tracedAt }) {
  const millis = Date.parse(tracedAt) - Date.parse(started.at);
  if (millis < MINUTE) {
    return t('drill.seconds', { count: Math.max(1, Math.round(millis / SECOND)) });
  }
  const minutes = Math.round(millis / MINUTE);
  if (millis < HOUR) {
    return t('drill.minutes', { count: minutes });
  }
  const hours = Math.floor(millis / HOUR);
  return millis < DAY
    ? t('drill.hours', { count: hours, minutes: minutes % 60 })
    : t('drill.days', { count: Math.floor(millis / DAY), hours: hours % 24 });
}

export const stateOf = ({ started, tracedAt }) => (tracedAt ? 'traced' : started ? 'running' : 'due');

/** How a drill stands, in a sentence. */
export function standing(drill) {
  const state = stateOf(drill);
  return state === 'traced'
    ? t('drill.traced', { time: took(drill) })
    : t(`drill.${state}`, { at: date(drill.due), by: drill.started?.by });
}

/** What was found, row by row. */
export const found = ({ reached, house, road, customer, companies, gaps }) => [
  ['reached', reached],
  ['house', house],
  ['road', road],
  ['customer', customer],
  ['companies', companies],
  ['gaps', gaps],
];

/** How many gaps have which answer, those without any last. */
export const answered = (gaps) =>
  [...ANSWERS, undefined]
    .map((answer) => ({ answer, count: gaps.filter((gap) => gap.answered?.answer === answer).length }))
    .filter(({ count }) => count > 0);

export const halfOf = (half) => {
  const [year, part] = half.split('-');
  return t(`drill.half-${part}`, { year });
};
