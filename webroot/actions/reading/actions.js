import { date, day, today, when } from '../../base/format.js';
import { t } from '../../base/words.js';

export const SHOWS = ['mine', 'open', 'overdue', 'done', 'all'];
const OPEN = new Set(['open', 'reopened']);

export const isOpen = ({ state }) => OPEN.has(state);

export const isOverdue = (row, now = Date.now()) => isOpen(row) && Date.parse(row.dueAt) <= now;

/** Whether its reader can still say that it worked, or that it did not. */
export const isAsked = ({ state, worked }) => (state === 'done' || state === 'worked') && !worked;

/** Open ones first, by their due dates; then what was closed last. */
export function byUrgency(one, other) {
  if (isOpen(one) !== isOpen(other)) {
    return isOpen(one) ? -1 : 1;
  }
  return isOpen(one)
    ? one.due.localeCompare(other.due) || one.number - other.number
    : other.closing.at.localeCompare(one.closing.at) || other.number - one.number;
}

/** Those that one of the filters shows; `me` is the reader's address. */
export function shown(rows, show, me, now = Date.now()) {
  const fits = {
    mine: (row) => isOpen(row) && row.owner.email === me,
    open: isOpen,
    overdue: (row) => isOverdue(row, now),
    done: (row) => !isOpen(row),
    all: () => true,
  };
  return rows.filter(fits[show]).sort(byUrgency);
}

/** What raised some of them, each once: as choices. */
export function sources(rows) {
  const all = new Map(rows.filter(({ source }) => source).map(({ source }) => [sourceOf(source), source.label]));
  return [...all].sort(([, one], [, other]) => one.localeCompare(other));
}

export const sourceOf = ({ kind, number }) => `${kind}/${number}`;

/** What it answers, however its reader is told of it. */
export const answers = ({ answers: said, source }) => said ?? source?.label;

/** How its due date was moved last. */
export const moved = ({ moved: { from, reason } }) => t('action.moved', { from: date(from), reason });

/** Where it stands, in a few words, and what they look like. */
export function standing(row, now = Date.now()) {
  if (isOverdue(row, now)) {
    return { text: t('actions.overdue-since', { date: date(row.due) }), look: 'bad' };
  }
  if (isOpen(row)) {
    return { text: t('actions.due', { date: date(row.due) }), look: '' };
  }
  const closed = day(row.closing.at);
  return { text: t(`actions.${row.state}-on`, { day: closed }), look: row.state === 'worked' ? 'ok' : '' };
}

/** One line of its history, as a sentence. */
export function line({ kind, by, text, reason, from, to, due, company, owner, people }) {
  const dated = kind === 'moved';
  return t(`action-line.${kind}${company ? '-company' : ''}`, {
    by,
    text: text ?? '',
    reason: reason ?? '',
    from: dated ? date(from) : (from ?? ''),
    to: dated ? date(to) : (to ?? ''),
    due: due ? date(due) : '',
    company: company ?? '',
    owner: owner ?? '',
    count: people ?? 0,
  });
}

export const lineWhen = ({ at }) => when(at);

/** A week from today, as a date to begin with. */
export const nextWeek = (now = Date.now()) => today(now + 7 * 24 * 3_600_000);
