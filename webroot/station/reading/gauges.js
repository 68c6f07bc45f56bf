import { readNumber } from './numbers.js';
import { isSameUnit, plainUnit, unitOf } from './units.js';

const NUMBER = /^(?:[A-Z]+[,;:\s]+)*([+-]?)\s*((?:\d[\d.,'’ ]*)?\d|[.,]\d+)\s*([\p{L}"%°][^\s]*)?$/su;
const DIGITS_KEPT = 12;
const FAR = 5;

/**
 * The value that a gauge or a scale typed, and its unit if it said one; nothing if this is no number. What can mean two
 * numbers has the other as `or`.
 */
export function readGauge(text) {
  const found = NUMBER.exec(text.normalize('NFKC').replace(/−/g, '-').trim());
  const read = found && readNumber(found[2].replace(/^[.,]/, '0$&'));
  if (!read) {
    return undefined;
  }
  const signed = (number) => (found[1] === '-' ? -number : number);
  const value = { value: signed(read.value), unit: (found[3] ?? '').trim() };
  return read.or === undefined ? value : { ...value, or: signed(read.or) };
}

/** A value in another unit of the same quantity; nothing where it is another quantity, or nobody knows. */
export function inUnit({ value, unit }, wanted) {
  const from = plainUnit(unit);
  const to = plainUnit(wanted);
  if (!from || isSameUnit(from, to)) {
    return value;
  }
  const [one, other] = [unitOf(from), unitOf(to)];
  return one && other && one.quantity === other.quantity
    ? Number(((value * one.factor) / other.factor).toPrecision(DIGITS_KEPT))
    : undefined;
}

/** Whether a value lies so far outside that a slip is more likely: it is asked for again. */
export function isFarOff(value, { minimum, maximum }) {
  if (minimum !== undefined && maximum !== undefined) {
    const tolerance = (maximum - minimum) / 2;
    return Math.abs(value - (minimum + maximum) / 2) > FAR * tolerance;
  }
  const limit = maximum ?? minimum;
  return limit !== undefined && limit !== 0 && Math.abs(value) > FAR * Math.abs(limit);
}

/** Whether a value keeps the limits of what was ordered. */
export const isWithin = (value, { minimum = -Infinity, maximum = Infinity }) => value >= minimum && value <= maximum;
