import { measure } from '../../base/format.js';
import { number } from '../../base/words.js';

const COUNTED = ['pieces', 'sets', undefined];
const SIGNS = { m2: 'm²' };

/** Whether it is counted, or measured as 2.5 kg are. */
export const isCounted = ({ unit }) => COUNTED.includes(unit);

/** How much, in the unit of its line; what is counted needs no unit here. */
export const amount = (value, work) =>
  isCounted(work) ? number(value) : measure(value, SIGNS[work.unit] ?? work.unit);

/** Whether so many, or so much, can be reported: whole pieces where pieces are counted. */
export const isAmount = (value, work) => value > 0 && (!isCounted(work) || Number.isInteger(value));
