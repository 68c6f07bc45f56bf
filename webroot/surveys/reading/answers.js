/** What somebody answers, as it goes along: pure, so that a page and a test read it alike. */

export const RANGES = { 'score-0-10': [0, 10], 'score-1-5': [1, 5] };

/** The scores that can be given. */
export function scores(kind) {
  const [low, high] = RANGES[kind];
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

/** Whether there is anything in an answer. */
export function isAnswered({ kind, choices = [] }, value) {
  if (value === undefined || value === null) {
    return false;
  }
  switch (kind) {
    case 'score-0-10':
    case 'score-1-5':
      return typeof value === 'number';
    case 'choice':
      return isChosen(value);
    case 'situation':
      return choices.length > 0 ? isChosen(value) : value.trim() !== '';
    case 'rank':
      return value.length === choices.length;
    case 'association':
      return value.some(({ word }) => word.trim() !== '');
    case 'picture':
      return Boolean(value.chosen);
    default:
      return value.trim() !== '';
  }
}

const isChosen = ({ chosen = [], other = '' }) => chosen.length > 0 || other.trim() !== '';

/** All that is answered, as it is sent: what is empty is left out, and blanks at the ends are. */
export function sent(questions, answers) {
  return Object.fromEntries(
    questions
      .filter((question) => isAnswered(question, answers[question.key]))
      .map((question) => [question.key, tidy(question, answers[question.key])]),
  );
}

function tidy({ kind }, value) {
  if (typeof value === 'string') {
    return value.trim();
  }
  if (kind === 'association') {
    return value.filter(({ word }) => word.trim() !== '').map(({ word, feeling }) => ({ word: word.trim(), feeling }));
  }
  if (kind === 'picture') {
    return value.why?.trim() ? { chosen: value.chosen, why: value.why.trim() } : { chosen: value.chosen };
  }
  if (value.chosen) {
    const other = value.other?.trim();
    return other ? { chosen: value.chosen, other } : { chosen: value.chosen };
  }
  return value;
}

/** The one that is chosen, or all with it, or without it where it was among them. */
export function choose({ choosing = {} }, value, key) {
  const { chosen = [], other } = value ?? {};
  if (!choosing.many) {
    return { chosen: [key] };
  }
  const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
  return other ? { chosen: next, other } : { chosen: next };
}

/** The same with something else said; where one only is chosen, in place of it. */
export function sayOther({ choosing = {} }, value, other) {
  const { chosen = [] } = value ?? {};
  return { chosen: choosing.many || other === '' ? chosen : [], other };
}

/** A list with one of its own moved by so many places. */
export function moved(list, at, by) {
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  const next = [...list];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

/** The first answer, as the link in a mail says it; nothing where it does not fit. */
export function filledIn(question, said) {
  if (!said || !question) {
    return undefined;
  }
  if (question.kind in RANGES) {
    const score = /^\d{1,2}$/.test(said) ? Number(said) : undefined;
    return scores(question.kind).includes(score) ? score : undefined;
  }
  const isThere = question.choices.some(({ key }) => key === said);
  if (!isThere || question.kind === 'rank') {
    return undefined;
  }
  return question.kind === 'picture' ? { chosen: said } : { chosen: [said] };
}

/** What stands behind the # of a link: the secret, and an answer where one was chosen in the mail. */
export function linkIn(hash) {
  const [, link, said] = /^#([\w-]{20,90})(?:\.([\w-]{1,40}))?$/.exec(hash) ?? [];
  return { link, said };
}
