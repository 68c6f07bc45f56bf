/** What the server says holds from a moment on, and whether that has come. */
const since = (moment, now) => moment !== undefined && now >= Date.parse(moment);

const OVER = new Set(['completed', 'completed-short', 'cancelled']);

export const isOver = ({ state }) => OVER.has(state);

/** The promised day is over where the plant is. */
export const isLate = ({ outlook }, now) => since(outlook?.lateFrom, now);

/** Nothing was heard for longer than the stage usually takes. */
export const isStale = ({ outlook }, now) => since(outlook?.staleFrom, now);

/** The last day of the forecast is over. */
export const isPastForecast = ({ outlook }, now) => since(outlook?.forecastPassedFrom, now);

/** Why an order is at risk, as the key of a sentence; of one that is late already, no forecast of it. */
export function risk(row, now) {
  const says = ({ kind, from }) => since(from, now) && !(kind === 'forecast' && isLate(row, now));
  return row.outlook?.risks?.findLast(says)?.kind;
}

/** Not late yet, but something says that it is likely to become so. */
export const isAtRisk = (row, now) => !isLate(row, now) && risk(row, now) !== undefined;

/**
 * Somebody should look after it: late, at risk for whatever reason, or a day of it is. The server says from when; the
 * first page of staff counts the same orders.
 */
export const wantsCare = (row, now) =>
  !isOver(row) && (isLate(row, now) || risk(row, now) !== undefined || since(row.outlook?.dateAtRiskFrom, now));

/** Fine as far as anybody knows, though the forecast's last days lie after the promise: a hint, no more. */
export const mayComeLate = (row, now) =>
  row.outlook?.mayComeLate === true && !isLate(row, now) && !isAtRisk(row, now);

/** What has left was expected by now, and nobody said that it arrived. */
export const isPastArrival = ({ arrival }, now) => since(arrival?.overFrom, now);

/** Whether some of it has left, whatever was reported of its making. */
export const hasLeft = ({ lines = {} }) => Object.values(lines).some(({ left }) => left);

/** Nothing that is known speaks against the promised day. */
const isOnTime = (row, now) =>
  row.promised && !mayComeLate(row, now) && !isPastForecast(row, now) && !isPastArrival(row, now);

/**
 * late, at-risk, completed, completed-short, cancelled, waiting, on-time, or under-way where nobody can say that it is
 * on time.
 */
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
  if (row.state === 'waiting' && !hasLeft(row)) {
    return 'waiting';
  }
  return isOnTime(row, now) ? 'on-time' : 'under-way';
}

const URGENCY = {
  late: 0,
  'at-risk': 1,
  'on-time': 2,
  'under-way': 2,
  waiting: 2,
  completed: 3,
  'completed-short': 3,
  cancelled: 4,
};

/** Late first, then at risk, then by promise, then by number. */
export function byUrgency(now) {
  return (a, b) =>
    URGENCY[standing(a, now)] - URGENCY[standing(b, now)] ||
    compare(a.promised ?? '9999', b.promised ?? '9999') ||
    compare(a.number, b.number);
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
