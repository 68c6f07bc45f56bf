import { date } from '../../base/format.js';
import { has, t, wording } from '../../base/words.js';

const DATES = new Set(['before', 'date', 'leftOn', 'deliveredOn', 'until']);
const NAMED = new Set(['stage', 'requirement']);
const WORDED = new Set(['product', 'reason']);
const SAID = ['added', 'answered', 'asked', 'handed-on', 'closed', 'reopened'];
const WITH_TEXT = new Set(SAID.map((one) => `voice.${one}`));

/** What happened, as a sentence; mails say the same, by the same words. */
export function sentence({ kind, facts }) {
  const values = Object.entries(facts).map(([name, fact]) => [name, value(name, fact)]);
  const key = `told.${variant(kind, facts)}`;
  return has(key) ? t(key, Object.fromEntries(values)) : t('told.other');
}

/** What it is about: an order, with its lines where there are several, a message, an action or a piece. */
export function subject({ facts: { action, message, serial, order, lines } }) {
  if (action !== undefined) {
    return t('told.action', { number: action });
  }
  if (message !== undefined) {
    return t('told.message', { number: message });
  }
  if (serial !== undefined) {
    return t('told.piece', { serial });
  }
  return lines ? t('told.order-lines', { order, lines: lines.join(t('comma')), count: lines.length }) : order;
}

/** What happened last stands first, however late it was told. */
export const byTime = (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.number - a.number;

/** Where it leads. */
export function address({ facts: { action, message, serial, order } }) {
  if (action !== undefined) {
    return `/actions/${action}`;
  }
  if (serial !== undefined) {
    return '/warranty';
  }
  return message === undefined ? `/orders/${encodeURIComponent(order)}` : `/messages/${message}`;
}

function value(name, fact) {
  if (DATES.has(name)) {
    return date(fact);
  }
  if (NAMED.has(name)) {
    return wording(fact.name);
  }
  return WORDED.has(name) ? wording(fact) : fact;
}

/** Which of the sentences of its kind fits what is known. */
function variant(kind, facts) {
  const withFact = (fact) => (fact in facts ? `-${fact}` : '');
  switch (kind) {
    case 'promise-revised':
      return `${kind}.${promise(facts)}${withFact('reason')}`;
    case 'cancelled':
      return kind + withFact('reason');
    case 'completed':
      return kind + withFact('fewer');
    case 'at-risk':
      return `${kind}.${facts.risk}`;
    case 'shipped':
      return 'carrier' in facts ? `${kind}.by` : kind;
    case 'voice.reminded':
      return (facts.percent ?? 100) < 100 ? kind : `${kind}.over`;
    default:
      return WITH_TEXT.has(kind) ? kind + withFact('text') : kind;
  }
}

function promise({ before, date: now }) {
  if (!now) {
    return 'open';
  }
  return before ? 'moved' : 'set';
}
