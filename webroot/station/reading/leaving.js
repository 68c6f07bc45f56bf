/** For so long what was tapped can be taken back. */
export const UNDO_MILLIS = 10_000;
const SHORTEST_BREAK_MILLIS = 1_000;
const LONGEST_BREAK_MILLIS = 60_000;
const WRONG_IN_ITSELF = [400, 409, 413, 415, 422];

/** Whether it can be taken back. A clock that was set back lets nothing be taken back. */
export const canUndo = ({ state, undone, at, report }, now) =>
  state !== 'refused' && !undone && report.kind !== 'withdrawn' && now >= at && now - at < UNDO_MILLIS;

/** Where order matters: within a line of an order. */
export const lineOf = ({ report: { order, line } }) => `${order}\n${line ?? ''}`;

/**
 * The true times of reports that leave, in the order in which they were tapped: never later than the server's own
 * now, never two of a line at once or the other way round, whatever the clock did in between.
 */
export function stampedTimes(records, clock, before = new Map()) {
  const serverNow = clock.corrected({ at: clock.now() });
  const newest = new Map(before);
  return records.map((record) => {
    if (record.stamped) {
      newest.set(lineOf(record), Date.parse(record.stamped.happenedAt));
      return record.stamped;
    }
    const known = Math.min(clock.corrected(record), serverNow);
    const happened = Math.max(known, (newest.get(lineOf(record)) ?? -Infinity) + 1);
    newest.set(lineOf(record), happened);
    return { happenedAt: new Date(happened).toISOString(), deviceAt: new Date(record.at).toISOString() };
  });
}

/** Whether the server has refused this for good; anything else a network or a calmer moment mends. */
export const isRefusal = ({ status }) => WRONG_IN_ITSELF.includes(status);

/** How long to wait after so many tries in vain, never for all devices alike. */
export const pause = (tries, random = Math.random()) =>
  Math.min(LONGEST_BREAK_MILLIS, SHORTEST_BREAK_MILLIS * 2 ** tries) * (0.5 + random / 2);
