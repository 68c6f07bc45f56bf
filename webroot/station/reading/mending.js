import { isAmount } from './amounts.js';
import { readGauge } from './gauges.js';

const FIELDS = ['good', 'rejected', 'value', 'reason'];

/** What of a report may have been wrong: how many, how much, why. */
export const mendable = ({ report }) => FIELDS.filter((name) => report[name] !== undefined);

/** What was typed, as it is reported; nothing where it cannot be. */
export function mended(name, typed, work) {
  if (name === 'reason') {
    return typed.trim() || undefined;
  }
  const { value, unit, or } = readGauge(typed) ?? {};
  return !unit && or === undefined && (name === 'value' || isAmount(value, work)) ? value : undefined;
}
