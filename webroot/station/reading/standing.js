import { canUndo } from './leaving.js';
import { stepOf } from './scans.js';

/** What work is called on this device: an operation on a line of an order. */
export const keyOf = (work) => `${work.order}\n${work.line}\n${stepOf(work)}`;

/** How work stands: as the server last said, with what this device has tapped since on top. */
export function standing(work, records) {
  const own = records
    .filter((one) => keyOf(one.report) === keyOf(work) && isOnTop(one, work) && !one.undone)
    .map((one) => (one.report.kind === 'withdrawn' ? lessThan(one, records, work) : one));
  const start = { done: work.done ?? 0, rejected: work.rejected ?? 0, held: Boolean(work.held), ...heldBy(work) };
  return own.reduce(after, { ...start, finished: false, begun: false, waiting: 0 });
}

/** What was taken back counts less where the server's list has it, and nothing where only this device does. */
function lessThan(withdrawal, records, work) {
  const undone = records.find(({ report }) => report.id === withdrawal.report.corrects);
  const isCounted = undone?.state === 'sent' && !isOnTop(undone, work);
  const { good = 0, rejected = 0 } = isCounted ? undone.report : {};
  return { ...withdrawal, report: { ...withdrawal.report, good: -good, rejected: -rejected } };
}

const heldBy = ({ heldReason }) => ({ heldReason });

/** Whether the list does not have it yet: that says which version of the order it has counted. */
const isOnTop = ({ state, version }, work) =>
  state === 'waiting' || (state === 'sent' && version > (work.version ?? 0));

function after(stands, { state, report: { kind, good = 0, rejected = 0, reason } }) {
  return {
    ...stands,
    done: stands.done + good,
    rejected: stands.rejected + rejected,
    begun: stands.begun || ['started', 'progressed', 'finished'].includes(kind),
    ...(kind === 'held' ? { held: true, heldReason: reason } : {}),
    ...(['resumed', 'started', 'progressed'].includes(kind) ? { held: false, heldReason: undefined } : {}),
    finished: kind === 'finished' || (stands.finished && kind === 'reading'),
    waiting: stands.waiting + (state === 'waiting' ? 1 : 0),
  };
}

/** What can be taken back now: the newest first. */
export const undoable = (records, now) => records.filter((record) => canUndo(record, now)).at(-1);

/** What was measured here of a requirement, the newest; nothing where nothing was. */
export const lastReading = (records, work, code) =>
  records.findLast(
    ({ state, undone, report }) =>
      state !== 'refused' &&
      !undone &&
      report.kind === 'reading' &&
      report.requirement === code &&
      keyOf(report) === keyOf(work),
  )?.report;

/** The words of what was tapped: `station.did.good` and the like, with its count. */
export function didOf({ kind, good, rejected, passed }) {
  if (kind === 'progressed') {
    return rejected ? ['station.did.rejected', { count: rejected }] : ['station.did.good', { count: good }];
  }
  return kind === 'reading' && passed !== undefined
    ? [passed ? 'station.did.passed' : 'station.did.failed', {}]
    : [`station.did.${kind}`, {}];
}

/** The station that says who works there, while a shift lasts. */
export const SHIFT_MILLIS = 12 * 3_600_000;
/** For so long somebody who signed in here may come by badge alone while there is no network. */
export const KNOWN_MILLIS = 7 * 86_400_000;
