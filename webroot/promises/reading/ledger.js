import { date, day, when } from '../../base/format.js';
import { ground } from '../../base/reading/grounds.js';
import { has, t, wording } from '../../base/words.js';

const ORDER = 0;

/** The entries of a ledger, newest first, each with its version. */
export const entries = ({ entries: all = {} } = {}) =>
  Object.entries(all)
    .map(([version, entry]) => ({ ...entry, version: Number(version) }))
    .sort((a, b) => b.version - a.version);

const isWord = ({ move }) => move !== undefined;

/** Whether it is what the house decided about a date at risk, which no customer reads. */
const isChoice = ({ kind }) => kind === 'risk-chosen';

/** What holds: the newest word on the order, and on each line that has one of its own. */
export function holding(ledger) {
  const newest = new Map();
  entries(ledger)
    .filter(isWord)
    .forEach((entry) => {
      const line = entry.body.line ?? ORDER;
      newest.set(line, newest.get(line) ?? entry);
    });
  return [...newest.values()];
}

/** Whether nothing is to be said of who was told: nobody kept it, or the customer accepted it. */
const isSettled = ({ toldUnknown, body }) => toldUnknown || body.offer !== undefined;

/** Whether something holds that none of the customer's people has read. */
export const isUnread = (ledger) => holding(ledger).some(({ read }) => !read);

/** What a word did to the date, in words. */
export function moved({ move, kind, body }) {
  if (!move) {
    return asked(kind, body);
  }
  return t(`promises.move.${move}`, { date: body.date ? date(body.date) : t('promises.open') });
}

/** What was offered about a date and what was answered, or what the house decided to do. */
function asked(kind, { date: day, answer, choice }) {
  if (has(`promises.chosen.${choice}`)) {
    return t(`promises.chosen.${choice}`);
  }
  if (kind === 'delay-offered' && day) {
    return t('promises.offered', { date: date(day) });
  }
  return has(`promises.answer.${answer}`)
    ? t(`promises.answer.${answer}`, { date: day && date(day) })
    : t(`promises.kind.${kind}`);
}

/** Of which lines it is, where it is not of all. */
export const lineNumbers = ({ body: { line, lines = [] } }, all) =>
  line === undefined ? (lines.length < all ? lines : []) : all > 1 ? [line] : [];

/** Why, and on whose side; of what was decided, how. */
export function why(entry) {
  return isChoice(entry) ? decided(entry.body) : reasons(entry);
}

function decided({ plan, lookAgainOn, chance }) {
  return [
    plan && (lookAgainOn ? t('promises.chosen-plan', { plan: bare(plan), date: date(lookAgainOn) }) : plan),
    chance !== undefined && t('promises.chosen-chance', { percent: Math.round(chance * 100) }),
  ].filter(Boolean);
}

/** A sentence as a part of another one. */
const bare = (text) => text.replace(/[.。]\s*$/, '');

function reasons({ move, body }) {
  const said = move ? body : { ...body, offer: undefined }; // What is offered is not agreed yet.
  return [bare(wording(body.reason ?? body.because ?? '')), ground(said)].filter(Boolean);
}

/** What was likely when it was said, of the line that it is of or of each. */
export function restedOn({ body: { line }, rests: { lines = {} } = {} }) {
  return Object.entries(lines)
    .filter(([number]) => line === undefined || Number(number) === line)
    .map(([number, { half, nineOfTen }]) =>
      t(line === undefined && Object.keys(lines).length > 1 ? 'promises.rests-line' : 'promises.rests', {
        line: number,
        half: day(half),
        most: day(nineOfTen),
      }),
    );
}

/** Who said or decided so, and when. */
export function said({ at, by, kind }) {
  const what = isChoice({ kind }) ? 'decided' : 'said';
  return t(`promises.${what}${by ? '-by' : ''}`, { at: when(at), by });
}

/** How the customer heard of a word; of the first date nobody tells by a notice. */
export function heard(entry, holds = true) {
  const { move, told, read, readThroughLink } = entry;
  if (!move) {
    return [];
  }
  return [
    told && t('promises.told', { at: when(told.at), name: told.by }),
    read
      ? t('promises.read', { at: when(read.at), name: read.by })
      : !isSettled(entry) && t(unread(move, told, holds)),
    readThroughLink && t('promises.through-link', { at: when(readThroughLink) }),
  ].filter(Boolean);
}

function unread(move, told, holds) {
  if (!holds) {
    return 'promises.never-read';
  }
  return told || move === 'first' ? 'promises.unread' : 'promises.untold';
}

/** What the summary says of all that holds: whether it was read. */
export function inSum(ledger) {
  const held = holding(ledger);
  const unread = held.filter((entry) => !entry.read && !isSettled(entry)).length;
  const isKnown = held.some((entry) => entry.read || !isSettled(entry));
  const words = entries(ledger).filter(isWord).length;
  return [
    t('promises.words', { count: words }),
    !isKnown ? '' : unread === 0 ? t('promises.all-read') : t('promises.some-unread'),
  ]
    .filter(Boolean)
    .join(t('promises.between'));
}
