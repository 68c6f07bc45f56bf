const EITHER = /^[1-9]\d{0,2},\d{3}$/;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;
const THOUSANDS = [
  [/^[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/, /,/g],
  [/^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/, /\./g],
  [/^[1-9]\d{0,2}(?:[ '’]\d{3})+(?:[.,]\d+)?$/, /[ '’]/g],
];

/**
 * A number as scales and people of any country write it, by the rules by which files are read: with a decimal point or
 * comma, and with points, commas, blanks or apostrophes between thousands. `{ value }`, and where it can mean two, the
 * other as `or`; nothing where it is none.
 */
export function readNumber(written) {
  if (EITHER.test(written)) {
    return { value: pointed(written), or: Number(written.replace(',', '')) };
  }
  if (DECIMAL.test(written)) {
    return { value: pointed(written) };
  }
  const [, between] = THOUSANDS.find(([like]) => like.test(written)) ?? [];
  return between && { value: pointed(written.replace(between, '')) };
}

const pointed = (written) => Number(written.replace(',', '.'));
