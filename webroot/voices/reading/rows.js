import { wording, t } from '../../base/words.js';

/** What a message can be about, from the whole order to one requirement. */
export const KINDS = ['wish', 'question', 'complaint'];
export const STATES = ['open', 'waiting', 'closed'];

const named = (names, code) => wording(names) || code;

/** Pages have codes with their names, rows have them side by side. */
const withName = (code, name) => (typeof code === 'string' ? { code, name } : code);

/** Where it was said: "SO-10047 · line 2 · Final inspection · Refrigerant leak". */
export function anchor({ order, line, stage, stageName, requirement, requirementName }) {
  const at = withName(stage, stageName);
  const demanded = withName(requirement, requirementName);
  return [
    order,
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
const first = ({ tier, company }) => ((company?.tier ?? tier) === 'platinum' ? 0 : 1);

/** Platinum first, then what is due; what stands still comes after what runs. */
export const byUrgency = (a, b) =>
  first(a) - first(b) || (due(a) === Infinity ? 1 : 0) - (due(b) === Infinity ? 1 : 0) || byDue(a, b);

/** Newest first. */
export const byNewest = (a, b) => b.saidAt.localeCompare(a.saidAt) || b.number - a.number;

export const companyName = ({ company }) => (typeof company === 'string' ? company : company?.name ?? '');
export const tierOf = ({ tier, company }) => company?.tier ?? tier;

/** What of an inbox somebody wants to see. `me` is who, by number, and which departments they head. */
export function narrowed(rows, { show = 'open', department = '', q = '' }, me) {
  const wanted = q.trim().toLowerCase();
  return rows
    .filter((row) => shows(row, show, me) && (!department || row.department?.code === department))
    .filter((row) => wanted === '' || text(row).includes(wanted))
    .sort(byUrgency);
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
