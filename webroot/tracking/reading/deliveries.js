import { date, today, weekdayOf } from '../../base/format.js';
import { t } from '../../base/words.js';
import { apart, done, isMeasured, share } from './amounts.js';

const DAY_MILLIS = 86_400_000;
const WEEKDAYS = 6;

/** Decimals that are added up stay what they were. */
const exact = (quantity) => Math.round(quantity * 1000) / 1000;

/** "today", "on Tuesday" while no other Tuesday can be meant, else "on 3 Dec". */
export function on(day, now = Date.now()) {
  const ago = (Date.parse(today(now)) - Date.parse(day)) / DAY_MILLIS;
  if (ago === 0) {
    return t('day.today');
  }
  return t('day.on', { day: ago > 0 && ago <= WEEKDAYS ? weekdayOf(day) : date(day) });
}

/** The shipments that some of a line left with, in the order in which it did. */
export const shipments = (line, page) =>
  Object.entries(line.left?.shipments ?? {})
    .map(([key, quantity]) => ({ key, quantity, ...page.shipments?.[key] }))
    .sort((a, b) => compare(a.leftOn, b.leftOn) || compare(a.number ?? '', b.number ?? ''));

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** How much is still to leave: nothing of what was cancelled or closed short; unknown where nobody said. */
export function toCome(line, page) {
  if (page?.state === 'cancelled' || line.state === 'cancelled') {
    return 0;
  }
  const short = line.state === 'completed' ? (line.shortBy ?? 0) : 0;
  const gone = line.left?.quantity ?? 0;
  return line.quantity === undefined ? undefined : Math.max(0, exact(line.quantity - short - gone));
}

/** "60 left on Tuesday, 40 to come.", as a marked-up sentence; nothing where nothing left. */
export function left(line, page, now) {
  if (!line.left) {
    return undefined;
  }
  return apart(whatLeftAndArrived(line, page, now));
}

function whatLeftAndArrived(line, page, now) {
  const sentence = whatLeft(line, page, now);
  const { quantity, delivered = 0 } = line.left;
  if (delivered >= quantity) {
    return `${sentence}${t('space')}${whenAllArrived(line, page, now)}`;
  }
  return delivered > 0 ? `${sentence}${t('space')}${t('left.delivered', so(delivered, line))}` : sentence;
}

/** Without the day where some of what it left with is not named. */
function whenAllArrived(line, page, now) {
  const named = shipments(line, page);
  const last = named.map(({ deliveredOn }) => deliveredOn ?? '').sort().at(-1);
  return last && sum(named) === line.left.quantity
    ? t('left.delivered-all', { on: on(last, now) })
    : t('left.delivered-whole');
}

/** What is measured is said in the singular: 12.5 m has left. */
const so = (quantity, { unit }) => ({ count: isMeasured(unit) ? 1 : quantity, what: share(quantity, unit) });

function whatLeft(line, page, now) {
  const all = shipments(line, page);
  const { quantity: count } = line.left;
  const rest = toCome(line, page);
  const { unit, quantity: ordered } = line;
  const values = { ...so(count, line), rest: share(rest ?? 0, unit), ordered: share(ordered ?? 0, unit) };
  if (all.length === 0) {
    return t(rest > 0 ? 'left.sum-rest' : 'left.sum', values); // So many left since that these are not named.
  }
  const { leftOn } = all.at(-1);
  const last = sum(all.filter((one) => one.leftOn === leftOn));
  const atOnce = last === count; // Of very many shipments the page names the newest.
  const key = () => {
    if (count > (ordered ?? count)) {
      return 'left.over';
    }
    if (rest > 0) {
      return 'left.some';
    }
    return count === ordered ? 'left.all' : 'left.only';
  };
  const told = { ...values, last: share(last, unit), on: on(leftOn, now), date: date(leftOn) };
  return t(atOnce ? key() : `${key()}-by`, told);
}

const sum = (all) => exact(all.reduce((quantity, one) => quantity + one.quantity, 0));

/** How far many lines have left, in one sentence; nothing where nothing did. */
export function leftOfMany(lines, page) {
  const some = lines.filter((line) => line.left);
  const whole = some.filter((line) => toCome(line, page) === 0).length;
  const part = some.length - whole;
  return [whole && t('left.lines', { count: whole }), part && t('left.lines-part', { count: part })]
    .filter(Boolean)
    .join(t('space'));
}

/** What left of the order of a row, where there is room for three words. */
export function leftBriefly(row) {
  const lines = Object.values(row.lines ?? {}).filter((line) => line.left || line.state !== 'cancelled');
  const some = lines.filter((line) => line.left);
  if (some.length === 0) {
    return '';
  }
  if (lines.length === 1) {
    const [{ left: gone, quantity, unit }] = lines;
    const said =
      quantity === undefined
        ? t('row.left', { what: share(gone, unit) })
        : t('row.left-of', { done: done(gone, quantity, unit) });
    return apart(said);
  }
  const whole = some.filter(({ left: count, quantity }) => quantity !== undefined && count >= quantity).length;
  return whole === 0 ? t('row.left-part') : t('row.left-lines', { count: lines.length, whole });
}

/** Of which lines how much, as a history says it: "60", or "60 of line 1, 5 of line 2". */
export function items(list = [], page) {
  const alone = Object.keys(page?.lines ?? {}).length <= 1 && list.length === 1;
  return list
    .map(({ line, quantity }) => ({ line, what: share(quantity, page?.lines?.[line]?.unit) }))
    .map((one) => (alone ? one.what : t('shipment.of-line', one)))
    .join(t('comma'));
}
