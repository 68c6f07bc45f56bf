import { grouped } from '../../base/reading/grouped.js';

/** By what figures can be told apart, beside the month. */
export const DIMENSIONS = ['department', 'kind', 'tier'];

const HOUR = 3600;
const MOST_MONTHS = 120;

/** The months from one to another, both included, as `2026-11`; ten years at most. */
export function months(from, to) {
  const found = [];
  for (let month = from; month <= to && found.length < MOST_MONTHS; month = before(month, -1)) {
    found.push(month);
  }
  return found;
}

/** The month so many months before another. */
export function before(month, count) {
  const [year, number] = month.split('-').map(Number);
  const all = year * 12 + number - 1 - count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/** Those of the months from the first on in which something was counted. */
export function counted(rows, shownMonths) {
  const first = shownMonths.findIndex((month) => rows.some((row) => row.month === month));
  return shownMonths.slice(Math.max(0, first));
}

/** Rows of the same department, kind or tier together, in the order in which they came. */
export const together = (rows, by) => [...grouped(rows, (row) => row[by]).values()];

export const share = ({ kept, missed }) => (kept + missed > 0 ? (100 * kept) / (kept + missed) : undefined);
export const hours = (seconds) => (seconds === undefined || seconds === null ? undefined : seconds / HOUR);

/** What a chart draws: the months, and a line for each of the commitments. */
export function series(rows, shownMonths, names, value) {
  return names.map((name) =>
    shownMonths.map((month) => {
      const row = rows.find((one) => one.month === month && one.commitment === name);
      return (row && value(row)) ?? null;
    }),
  );
}
