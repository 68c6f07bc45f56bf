import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { titleOf } from './meeting.js';

/** The lines that are minutes: what was only suggested is not. Corrections stand with what they correct. */
function written({ lines = {} }) {
  return Object.entries(lines)
    .map(([key, line]) => ({ key, ...line }))
    .filter(({ kind }) => kind !== 'suggestion')
    .sort((one, other) => one.place - other.place);
}

/** The agenda as minutes: each item with its lines, and what was written to none. */
export function chapters(page) {
  const { agenda = [], items = {} } = page;
  const all = written(page);
  const of = (key) =>
    all
      .filter((line) => (line.item ?? '') === key && !line.corrects)
      .map((line) => ({ ...line, corrections: all.filter(({ corrects }) => corrects === line.key) }));
  const told = agenda
    .filter((key) => items[key] && items[key].state !== 'merged')
    .map((key) => ({ key, title: titleOf(items[key]), came: came(items[key]), lines: of(key) }));
  const other = of('');
  return other.length > 0 ? [...told, { key: '', title: t('recorded.other'), came: '', lines: other }] : told;
}

/** What became of an item, as a sentence; empty where nothing did yet. */
export function came({ answer, dropped, state }) {
  if (answer) {
    return t('recorded.answer', { text: answer });
  }
  if (dropped) {
    return t('recorded.dropped', { text: dropped });
  }
  return state === 'carried' ? t('recorded.carried') : '';
}

/** A line as it is read. */
export function sentence(page, { kind, text, action }) {
  if (kind === 'decision') {
    return t('recorded.decision', { text });
  }
  if (!action) {
    return text;
  }
  const said = t('recorded.action', { text, owner: action.owner, due: date(action.due) });
  const state = page.actions?.[action.number]?.state;
  return state ? `${said}${t('space')}${t(`recorded.action.${state}`)}` : said;
}

/** What somebody wants to read otherwise; what is open first. */
export const amendments = ({ amendments: all = {} }) =>
  Object.entries(all)
    .map(([key, one]) => ({ key, ...one }))
    .sort((one, other) => isDecided(one) - isDecided(other) || one.at.localeCompare(other.at));

const isDecided = ({ state }) => Number(state !== 'open');

/** What came of the meeting before, as a sentence. */
export function lastTime({ actions, worked, done, reopened }) {
  if (actions === 0) {
    return t('last-time.none');
  }
  const sentences = [t('last-time.worked', { worked, count: actions })];
  done > 0 && sentences.push(t('last-time.done', { count: done }));
  reopened.length > 0 && sentences.push(t('last-time.reopened', { count: reopened.length }));
  return sentences.join(t('space'));
}

/** What they said in their own words, where that is not its title already. */
export const ownWords = ({ title, sources = [] }) =>
  sources.map(({ facts }) => facts?.text).filter((text) => text && text !== title);

/** What of an item its reader can say is not solved: actions that were done, messages that are closed. */
export const judged = ({ actions = [], sources = [] }) => [
  ...actions
    .filter(({ state }) => state === 'done' || state === 'worked')
    .map(({ number, text }) => ({ kind: 'action', number, text })),
  ...sources
    .filter(({ kind, open }) => kind === 'voice' && !open)
    .map(({ key, facts }) => ({ kind: 'voice', number: key, text: facts.text ?? '' })),
];
