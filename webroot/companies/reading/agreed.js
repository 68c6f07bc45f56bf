import { date } from '../../base/format.js';
import { LANGUAGES, t, wording } from '../../base/words.js';

const shown = {
  kind: (value) => t(`company-kind.${value}`),
  tier: (value) => t(`tier.${value}`),
  language: (value) => LANGUAGES[value] ?? value,
  managers: (value) => value.join(t('comma')),
};

const isNothing = (value) => value === undefined || value.length === 0;

/** What was agreed, in sentences: one of a promise, one of each thing that was changed of the company. */
export function sentences({ kind, changed = {}, promise }) {
  if (kind !== 'company') {
    return [promised(kind, promise)];
  }
  if (isNew(changed)) {
    return [t('agreed.added', { name: changed.name.after }), ...changes(changed).filter(({ name }) => name !== 'name')]
      .map((said) => (typeof said === 'string' ? said : said.sentence));
  }
  return changes(changed).map(({ sentence }) => sentence);
}

const isNew = ({ name }) => name?.before === '';

const changes = (changed) =>
  Object.entries(changed).map(([name, { before, after }]) => ({ name, sentence: change(name, before, after) }));

function change(name, before, after) {
  const value = shown[name] ?? String;
  if (isNothing(before)) {
    return t(`agreed.${name}-set`, { after: value(after) });
  }
  return isNothing(after)
    ? t(`agreed.${name}-unset`, { before: value(before) })
    : t(`agreed.${name}`, { before: value(before), after: value(after) });
}

function promised(kind, { order, line, date: day, before }) {
  const what = line ? t('agreed.order-line', { order, line }) : order;
  if (!day) {
    return t('agreed.promise-open', { what });
  }
  return before && kind === 'promise-revised'
    ? t('agreed.promise-moved', { what, before: date(before), date: date(day) })
    : t('agreed.promised', { what, date: date(day) });
}

/** Why a date moved, in the words of whoever moved it. */
export const reasonOf = ({ promise }) => wording(promise?.reason ?? '');

const PROGRAM = 'key ';

/** Who it was: a person by name, a program by its key. */
export const doerOf = ({ by }) =>
  by.startsWith(PROGRAM) ? t('agreed.program', { name: by.slice(PROGRAM.length) }) : by;
