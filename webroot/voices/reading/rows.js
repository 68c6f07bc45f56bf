import { has, wording, t } from '../../base/words.js';

/** What a message can be about, from the whole order to one requirement. */
export const KINDS = ['wish', 'question', 'complaint'];
export const STATES = ['open', 'waiting', 'closed'];

const named = (names, code) => wording(names) || code;

/** Pages have codes with their names, rows have them side by side. */
const withName = (code, name) => (typeof code === 'string' ? { code, name } : code);

/** Where something was noted, by its kind: "Noted at visit 482115". */
const noted = ({ kind, key }) => (has(`origin.${kind}`) ? t(`origin.${kind}`, { key }) : key);

/** Where it was said: "SO-10047 · line 2 · Final inspection · Refrigerant leak". */
export function anchor({ order, piece, origin, line, stage, stageName, requirement, requirementName }) {
  const at = withName(stage, stageName);
  const demanded = withName(requirement, requirementName);
  return [
    order ?? piece ?? (origin && noted(origin)),
    order && piece,
    line && line > 1 && t('anchor.line', { line }),
    at && named(at.name, at.code),
    demanded && named(demanded.name, demanded.code),
  ].filter(Boolean);
}

/** Whether a message was said exactly there, and not at something inside of it. */
export const isSaidAt = (row, { line, stage, requirement }) =>
  (row.requirement?.code ?? row.requirement ?? undefined) === requirement &&
  (row.stage?.code ?? row.stage ?? undefined) === stage &&
  (row.line ?? undefined) === line;

/** What is solved of a place, the newest first. */
export const solvedAt = (rows, place) =>
  rows.filter((row) => row.state === 'closed' && isSaidAt(row, place)).sort(byNewest);

/** Of what is shown at a place: open ones, those that are due sooner first. */
export const standingAt = (rows, place) =>
  rows.filter((row) => row.state !== 'closed' && isSaidAt(row, place)).sort(byDue);

const due = ({ clock }) => (clock?.runs ? Date.parse(clock.due) : Infinity);
const byDue = (a, b) => due(a) - due(b) || a.number - b.number;
const late = (row, now) => Number(due(row) <= now);
const still = (row) => Number(due(row) === Infinity);
const first = ({ tier, company }) => ((company?.tier ?? tier) === 'platinum' ? 0 : 1);

const fast = ({ fastLane }) => Number(fastLane === true);

/**
 * The fast lane before all others; in each, what is overdue first, then platinum, then what is due; what stands still
 * comes after what runs.
 */
export const byUrgency = (now) => (a, b) =>
  fast(b) - fast(a) ||
  late(b, now) - late(a, now) ||
  still(a) - still(b) ||
  (!late(a, now) && first(a) - first(b)) ||
  byDue(a, b);

/** The orders in which an inbox can be read. */
export const SORTS = ['urgent', 'due'];
export const sorted = (rows, sort, now = Date.now()) => [...rows].sort(sort === 'due' ? byDue : byUrgency(now));

/** What waits for the reader first, then the newest: as a customer reads what they have sent. */
export const byWaiting = (a, b) => waits(b) - waits(a) || byNewest(a, b);

/** Whether it is among those that somebody wants to see of their own: what waits for them is open too. */
export const isShown = ({ state }, show) => state === show || (show === 'open' && state === 'waiting');

const waits = ({ state }) => Number(state === 'waiting');

/** Newest first. */
export const byNewest = (a, b) => b.saidAt.localeCompare(a.saidAt) || b.number - a.number;

export const companyName = ({ company }) => (typeof company === 'string' ? company : company?.name ?? '');
export const tierOf = ({ tier, company }) => company?.tier ?? tier;

/** What of an inbox somebody wants to see. `me` is who, by number, and which departments they head. */
export function narrowed(rows, { show = 'open', department = '', q = '', sort }, me, now) {
  const wanted = q.trim().toLowerCase();
  const there = rows
    .filter((row) => shows(row, show, me) && (!department || row.department?.code === department))
    .filter((row) => wanted === '' || text(row).includes(wanted));
  return sorted(there, sort, now);
}

/** What is assigned to somebody; what nobody is assigned to belongs to the head of its department. */
export const isMine = ({ assignee, assigneeId, department }, { person, heads = [] } = {}) =>
  assignee ? assigneeId === person : heads.includes(department?.code);

function shows(row, show, me) {
  if (show === 'mine') {
    return row.state !== 'closed' && isMine(row, me);
  }
  return row.state === show;
}

/** How many each choice of an inbox would show, as far as it was sent. */
export function counts(rows, { department = '' } = {}, me) {
  const there = rows.filter((row) => !department || row.department?.code === department);
  return Object.fromEntries(
    ['open', 'mine', 'waiting'].map((show) => [show, there.filter((row) => shows(row, show, me)).length]),
  );
}

/** What a search looks in. */
export const text = (row) =>
  [row.number, row.title, ...anchor(row), companyName(row), row.by, row.assignee?.name ?? row.assignee ?? '']
    .join(' ')
    .toLowerCase();
