import { t } from '../../base/words.js';

export const WIDTH = 320;
export const HEIGHT = 72;
const EDGE = 8;

/** Each point as a share of all, in percent. */
export const shares = ({ points }) => points.map(({ part, all }) => (all === 0 ? 0 : Math.round((100 * part) / all)));

/** Where the line runs: from the least to the most of them, over the whole width; in the middle where none differs. */
export function line(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = (value) => (most === least ? 0.5 : (most - value) / (most - least));
  const step = values.length > 1 ? (WIDTH - 2 * EDGE) / (values.length - 1) : 0;
  return values
    .map((value, at) => [EDGE + at * step, EDGE + share(value) * (HEIGHT - 3 * EDGE)])
    .map(([x, y]) => `${Math.round(x)},${Math.round(y)}`)
    .join(' ');
}

/** The same in words. */
export function told(chart) {
  const values = shares(chart);
  return t(`chart.${chart.of}`, { values: values.join(t('comma')), last: values.at(-1) });
}
