import { DAYS } from '../../base/reading/hours.js';

const span = (from, to) => ({ from, to });
const on = (days, ...hours) => Object.fromEntries(days.map((day) => [day, hours]));
const WORKDAYS = DAYS.slice(0, 5);

/** The weeks that most plants have; whoever has another one changes it later. */
export const PRESETS = {
  day: on(WORKDAYS, span('08:00', '12:00'), span('13:00', '17:00')),
  'two-shifts': on(WORKDAYS, span('06:00', '14:00'), span('14:00', '22:00')),
  'around-the-clock': on(DAYS, span('00:00', '24:00')),
};
