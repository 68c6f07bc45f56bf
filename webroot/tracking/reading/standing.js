import { today } from '../../base/format.js';

const OVER = new Set(['completed', 'cancelled']);

export const isOver = (row) => OVER.has(row.state);

/** Promised for a day that has passed where the viewer is. */
export const isLate = (row, now) => !isOver(row) && row.promised !== undefined && row.promised < today(now);

/** Nothing was heard for longer than the stage usually takes. */
export const isStale = (page, now) =>
  !isOver(page) && page.verifiedUntil !== undefined && now > Date.parse(page.verifiedUntil);

/** Not late yet, but something says that it is likely to become so. */
export const isAtRisk = (row, now) => !isOver(row) && !isLate(row, now) && risk(row, now) !== undefined;

/** Fine as far as anybody knows, though the forecast's last days lie after the promise: a hint, no more. */
export const mayComeLate = (row, now) =>
  !isOver(row) && !isLate(row, now) && !isAtRisk(row, now) && row.forecast?.latest > row.promised;

/** late, at-risk, completed, cancelled, waiting or on-time: one word for a row or a card. */
export function standing(row, now) {
  if (isOver(row)) {
    return row.state;
  }
  if (isLate(row, now)) {
    return 'late';
  }
  if (isAtRisk(row, now)) {
    return 'at-risk';
  }
  return row.state === 'waiting' ? 'waiting' : 'on-time';
}

/** Why an order is at risk, as the key of a sentence. */
export function risk(row, now) {
  if (row.failed) {
    return 'failed';
  }
  if (row.held) {
    return 'held';
  }
  if (isStale(row, now)) {
    return 'stale';
  }
  return row.forecast?.likely > row.promised ? 'forecast' : undefined;
}

const URGENCY = { late: 0, 'at-risk': 1, 'on-time': 2, waiting: 2, completed: 3, cancelled: 4 };

/** Late first, then at risk, then by promise, then by number. */
export function byUrgency(now) {
  return (a, b) =>
    URGENCY[standing(a, now)] - URGENCY[standing(b, now)] ||
    compare(a.promised ?? '9999', b.promised ?? '9999') ||
    compare(a.number, b.number);
}

/** An order page in the words of a row, so that both are judged by the same rules. */
export function asRow(page) {
  const stages = Object.values(page.lines ?? {}).flatMap((line) => Object.values(line.stages ?? {}));
  return {
    ...page,
    promised: page.promise?.current,
    held: stages.some((stage) => stage.state === 'held'),
    failed: stages.some((stage) => stage.state === 'failed'),
  };
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
