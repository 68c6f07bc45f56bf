import { has, t, wording } from '../../base/words.js';
import { duration } from './clock.js';

/** What people wrote, each in a frame of its own; the rest is told in a quiet line. */
const WRITTEN = new Set(['said', 'answered', 'asked', 'replied', 'added', 'noted', 'reopened']);
const MAYBE_WRITTEN = new Set(['closed', 'thanked']);

/** The entries of a thread as they happened, each with its key. */
export const entries = (thread = {}) =>
  Object.entries(thread)
    .map(([key, entry]) => ({ key, ...entry }))
    .sort((a, b) => Number(a.key) - Number(b.key));

export const isWritten = ({ kind, text }) => WRITTEN.has(kind) || (MAYBE_WRITTEN.has(kind) && Boolean(text));

const isCustomers = (side) => side === 'customer' || side === 'glass';

/** Whether it was said on the side of the window on which the reader stands. */
export const isOurs = ({ side }, isStaff) => (isStaff ? side === 'staff' : isCustomers(side));

/** Who wrote it, as the reader calls them. */
export function author({ by, side }, { name, isStaff, isGlass }) {
  if ((isGlass && side === 'glass') || (name && by === name && isOurs({ side }, isStaff))) {
    return t('voice.you');
  }
  return side === 'glass' ? t('voice.by-link', { name: by }) : by;
}

/** What was asked last and not replied to yet; nothing where nothing is open. */
export function openQuestion(page) {
  if (page.state !== 'waiting') {
    return undefined;
  }
  return entries(page.thread).findLast(({ kind }) => kind === 'asked');
}

/** A quiet line: what happened between the words, and why the clock moved or stands still. */
export function quietLine(entry) {
  const { kind, by, to, reason, left } = entry;
  const values = { by, to: wording(to?.name), reason: (reason ?? '').replace(/[.。]\s*$/, '') };
  const isByItself = !by || entry.side === 'system';
  switch (kind) {
    case 'handed-on':
      return together(t(handedOn(entry), values), left);
    case 'climbed':
      return t(has(`line.climbed.${entry.rung}`) ? `line.climbed.${entry.rung}` : 'line.climbed');
    case 'moved':
      return together(t(has(`line.moved.${reason}`) ? `line.moved.${reason}` : 'line.moved'), left);
    case 'still-solved-asked':
      return t('line.still-solved-asked');
    case 'closed':
      return t(isByItself ? 'line.closed' : 'line.closed-by', values);
    case 'thanked':
      return t(isByItself ? 'line.thanked' : 'line.thanked-by', values);
    default:
      return '';
  }
}

/** What came since, as a sentence to be read aloud; nothing where it is the first page, or nothing came. */
export function news(before, after) {
  const known = before?.thread ?? {};
  const newest = before && entries(after.thread).findLast(({ key }) => !(key in known));
  if (!newest) {
    return undefined;
  }
  return isWritten(newest) ? t('thread.news', { by: newest.by }) : quietLine(newest) || undefined;
}

function handedOn({ byItself, reason }) {
  return byItself ? 'line.handed-on-itself' : reason ? 'line.handed-on-because' : 'line.handed-on';
}

/** A line, and how much time there was from then on. */
const together = (line, left) =>
  left === undefined ? line : [line, t('line.time-left', { left: duration(left) })].join(' · ');
