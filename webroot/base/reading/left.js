/** What is left to do at a stage of a line; nothing where nobody knows how much there is. */
export const left = ({ quantity }, { through = 0 } = {}) =>
  quantity === undefined ? undefined : Math.max(0, exact(quantity - through));

/** How many more these are than are left; 0 where they are not, or nobody knows. */
export const beyond = (count, rest) => Math.max(0, exact((count || 0) - (rest ?? Infinity)));

/** Thousandths, as amounts are counted. */
const exact = (amount) => Math.round(amount * 1_000) / 1_000;
