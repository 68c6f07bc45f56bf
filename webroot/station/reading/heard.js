import { readGauge } from './gauges.js';

const DIGITS = /^\d+$/;
const TRADE_ITEM_LENGTHS = [8, 12, 13, 14];

/**
 * What a scan says where a value is asked for: a `value`, a `code` on what measures, or `either`, where it is digits
 * alone and only a person can tell.
 */
export function heard(text) {
  const said = text.trim();
  if (!readGauge(said) || isTradeItem(said)) {
    return 'code';
  }
  return DIGITS.test(said) ? 'either' : 'value';
}

/** Whether it is an EAN or another number of GS1 by its length and its check digit. */
function isTradeItem(digits) {
  return DIGITS.test(digits) && TRADE_ITEM_LENGTHS.includes(digits.length) && weighted(digits) % 10 === 0;
}

/** From the right, the digits count once and three times in turn. */
const weighted = (digits) =>
  [...digits].reverse().reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
