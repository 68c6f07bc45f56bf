import { measure } from '../format.js';
import { number, wording } from '../words.js';

/** Limits as a text: "3,325 – 3,675 W", "≥ 50 kg"; nothing where a yes is demanded. */
export function limits({ minimum, maximum, unit }) {
  if (minimum !== undefined && maximum !== undefined) {
    return minimum === maximum ? measure(minimum, unit) : `${number(minimum)} – ${measure(maximum, unit)}`;
  }
  if (minimum !== undefined) {
    return `≥ ${measure(minimum, unit)}`;
  }
  return maximum === undefined ? '' : `≤ ${measure(maximum, unit)}`;
}

/** What is demanded, as the customer wrote it; where they wrote nothing, the limits that it is judged by. */
export const required = (demand) => wording(demand.ordered) || limits(demand);
