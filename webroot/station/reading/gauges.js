/** Units of one quantity by what one of them is in the first. */
const QUANTITIES = [
  { mm: 1, µm: 0.001, um: 0.001, cm: 10, dm: 100, m: 1000, in: 25.4, '"': 25.4 },
  { g: 1, mg: 0.001, kg: 1000, t: 1_000_000, oz: 28.349523125, lb: 453.59237 },
  { bar: 1, mbar: 0.001, pa: 0.00001, hpa: 0.001, kpa: 0.01, psi: 0.0689475729 },
  { n: 1, kn: 1000 },
  { nm: 1, 'n·m': 1, 'n.m': 1, ncm: 0.01, 'n·cm': 0.01 },
  { s: 1, ms: 0.001, min: 60, h: 3600 },
  { v: 1, mv: 0.001, kv: 1000 },
  { a: 1, ma: 0.001 },
  { ω: 1, ohm: 1, kω: 1000, kohm: 1000 },
  { l: 1, ml: 0.001, cm3: 0.001, m3: 1000 },
];
const NUMBER = /^(?:[A-Z]+[,;:\s]+)*([+-]?)\s*((?:\d[\d.,' ]*)?\d|[.,]\d+)\s*([\p{L}"%°][^\s]*)?$/su;
const DIGITS_KEPT = 12;
const FAR = 5;

/** The value that a gauge or a scale typed, and its unit if it said one; nothing if this is no number. */
export function readGauge(text) {
  const found = NUMBER.exec(text.normalize('NFKC').replace(/−/g, '-').trim());
  if (!found) {
    return undefined;
  }
  const [, sign, digits, unit = ''] = found;
  const value = Number(`${sign}${pointed(digits.replace(/[' ]/g, ''))}`);
  return Number.isFinite(value) ? { value, unit: unit.trim() } : undefined;
}

/** The last comma or point stands before decimals, unless it stands there several times. */
function pointed(digits) {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  if (last < 0) {
    return digits;
  }
  const again = digits.indexOf(digits[last]) !== last;
  const whole = digits.slice(0, last).replace(/[.,]/g, '');
  return again ? `${whole}${digits.slice(last + 1)}` : `${whole || '0'}.${digits.slice(last + 1)}`;
}

/** A value in another unit of the same quantity; nothing where it is another quantity, or nobody knows. */
export function inUnit({ value, unit }, wanted) {
  const from = named(unit);
  const to = named(wanted);
  if (!from || from === to) {
    return value;
  }
  const quantity = QUANTITIES.find((one) => from in one && to in one);
  return quantity && Number(((value * quantity[from]) / quantity[to]).toPrecision(DIGITS_KEPT));
}

/** NFKC makes one µ of two, and has said what Å and ² are; case says nothing in the units that are known here. */
const named = (unit) => (unit ?? '').normalize('NFKC').trim().toLowerCase().replace(/μ/g, 'µ');

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
