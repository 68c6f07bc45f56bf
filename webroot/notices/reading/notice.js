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
export function subject({ facts: { action, message, device, serial, order, lines } }) {
  if (action !== undefined) {
    return t('told.action', { number: action });
  }
  if (message !== undefined) {
    return t('told.message', { number: message });
  }
  if (device !== undefined) {
    return t('told.device', { device });
  }
  if (serial !== undefined) {
    return t('told.piece', { serial });
  }
  return lines ? t('told.order-lines', { order, lines: lines.join(t('comma')), count: lines.length }) : order;
}

/** By which version of what was agreed somebody is told this way; nothing where it is by none. */
export const agreedSaid = (agreed) =>
  agreed ? t(`notices.agreed.${agreed.owner}`, { version: agreed.version }) : undefined;

/** What happened last stands first, however late it was told. */
export const byTime = (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.number - a.number;

/** Where it leads. */
export function address({ facts: { action, message, device, serial, order, offer } }) {
  if (action !== undefined) {
    return `/actions/${action}`;
  }
  if (device !== undefined) {
    return `/devices#${encodeURIComponent(device)}`;
  }
  if (serial !== undefined) {
    return '/warranty';
  }
  const offered = offer === undefined ? '' : `#offer-${offer}`; // On the page of its order it stands first.
  return message === undefined ? `/orders/${encodeURIComponent(order)}${offered}` : `/messages/${message}`;
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
    case 'delay.offered':
      return kind + offered(facts);
    case 'shipped':
      return 'carrier' in facts ? `${kind}.by` : kind;
    case 'voice.reminded':
      return (facts.percent ?? 100) < 100 ? kind : `${kind}.over`;
    default:
      return WITH_TEXT.has(kind) ? kind + withFact('text') : kind;
  }
}

function offered({ date: definite, silence }) {
  if (!definite) {
    return '-open';
  }
  return silence ? '-consent' : '';
}

function promise({ before, date: now }) {
  if (!now) {
    return 'open';
  }
  return before ? 'moved' : 'set';
}
