/** Where values lie on a chart: all of them and both limits, with a little air around. */
export function scaleOf(points, limits = {}) {
  const shown = points.flatMap(({ value, low, high }) => [value, low, high]);
  const all = [...shown, limits.minimum, limits.maximum].filter((one) => one !== undefined);
  if (all.length === 0) {
    return { from: 0, to: 1 };
  }
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const air = (most - least || Math.abs(most) || 1) * 0.1;
  return { from: least - air, to: most + air };
}

/** Whether a value is within what is demanded. */
export const isWithin = (value, { minimum, maximum } = {}) =>
  (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
