/** For so long what was tapped can be taken back. */
export const UNDO_MILLIS = 10_000;
const SHORTEST_BREAK_MILLIS = 1_000;
const LONGEST_BREAK_MILLIS = 60_000;
const WRONG_IN_ITSELF = [400, 409, 413, 415, 422];
const TOO_FAST = 429;
const TRIES_UNTIL_STUCK = 3;
const STUCK_BREAK_MILLIS = 15 * 60_000;
/** From here on a file has a lane of its own: photos do not wait for it. */
const LARGE_BYTES = 2_000_000;

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

/** Whether it was tapped while this device was another station: then a person decides. */
export const isForeign = ({ about }, station) => Boolean(about?.station) && about.station.id !== station?.id;

/** Whether its pictures have to go before it can. */
export const lacksPicture = ({ state, pictured, report }) =>
  state === 'waiting' && !pictured && (report.evidence ?? []).length > 0;

export const isLarge = ({ file }) => file.size > LARGE_BYTES;

/**
 * What can leave now: in the order in which it was tapped within a line; what waits for its picture or for a person
 * holds up its own line alone.
 */
export function ready(records, station) {
  const heldUp = new Set();
  return records.filter((record) => {
    if (!station || record.state !== 'waiting') {
      return false;
    }
    if (lacksPicture(record) || isForeign(record, station)) {
      heldUp.add(lineOf(record));
    }
    return !heldUp.has(lineOf(record));
  });
}

/** What hinders a picture from getting through, and for how long it is let be; `tried` where it was this one itself. */
export function hindered(record, { message, status, retryAfterSeconds = 0 }, now, tried) {
  const tries = (record.hindered?.tries ?? 0) + (tried && status !== TOO_FAST ? 1 : 0);
  const told = retryAfterSeconds * 1000;
  const stuck = tries >= TRIES_UNTIL_STUCK || told > LONGEST_BREAK_MILLIS;
  const rest = told || (stuck ? STUCK_BREAK_MILLIS : pause(tries));
  return { tries, stuck, at: now, rest, problem: { message, status } };
}

/** Whether a person may decide about its picture: it was tried often enough, or will not be for long. */
export const isStuck = (record) => lacksPicture(record) && Boolean(record.hindered?.stuck);

/** How a report stands on this device: `waiting`, `sent`, or one of those that a person decides about. */
export function queueState(record, station) {
  if (record.state !== 'waiting') {
    return record.state;
  }
  return isForeign(record, station) ? 'foreign' : isStuck(record) ? 'stuck' : 'waiting';
}

/** Whether it goes nowhere until a person decides. */
export const wantsPerson = (record, station) => ['refused', 'foreign', 'stuck'].includes(queueState(record, station));

/** For how long it is let be yet. A clock that was set back lets nothing be. */
export const restOf = ({ hindered: by }, now) => (by && now >= by.at ? Math.max(0, by.at + by.rest - now) : 0);

/** Whether the server itself has refused this for good; anything else a network or a calmer moment mends. */
export const isRefusal = ({ status, isFromElsewhere }) => !isFromElsewhere && WRONG_IN_ITSELF.includes(status);

/** How long to wait after so many tries in vain, never for all devices alike. */
export const pause = (tries, random = Math.random()) =>
  Math.min(LONGEST_BREAK_MILLIS, SHORTEST_BREAK_MILLIS * 2 ** tries) * (0.5 + random / 2);
