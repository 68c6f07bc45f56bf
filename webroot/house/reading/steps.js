/** What a house is begun with, in this order. */
export const STEPS = ['you', 'house', 'hours', 'company', 'routing', 'order', 'report', 'customer'];

/** What is not done yet. */
export const missing = ({ steps }) => STEPS.filter((step) => !steps[step]);

/** What comes next after a step: the first that is neither done nor skipped, from there on and then from the top. */
export function next(setup, skipped, after) {
  const from = STEPS.indexOf(after) + 1;
  const round = [...STEPS.slice(from), ...STEPS.slice(0, from)];
  return round.find((step) => !setup.steps[step] && !skipped.has(step));
}

/** What keeps a step from being begun: what it is made of is not there yet. */
const NEEDS = { order: ['company', 'routing'], report: ['order'], customer: ['company'] };
export const lacking = (step, { steps }) => (NEEDS[step] ?? []).filter((needed) => !steps[needed]);
