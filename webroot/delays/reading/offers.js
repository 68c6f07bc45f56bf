import { date, day } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';

const LOOKS = {
  open: 'warn',
  accepted: 'ok',
  'day-taken': 'ok',
  'silent-consent': 'ok',
  'other-day': 'warn',
  'call-me': 'warn',
  declined: 'bad',
  lapsed: 'bad',
  'taken-back': 'bad',
};

/** Whether somebody waits: for the customer, or for the house. */
export const isWaiting = ({ state }) => ['open', 'other-day', 'declined', 'call-me'].includes(state);

/** The newest first; those that wait before all others. */
export const offersOf = (page) =>
  Object.values(page?.offers ?? {}).sort(
    (a, b) => isWaiting(b) - isWaiting(a) || b.offeredAt.localeCompare(a.offeredAt),
  );

export function standing({ state, answer }) {
  const inPart = state === 'accepted' && answer?.answer === 'accept-part';
  return { text: t(`delays.state.${inPart ? 'accepted-part' : state}`), look: LOOKS[state] ?? '' };
}

/** What is asked, in a sentence. */
export const asked = ({ kind, date: on }) =>
  kind === 'open' ? t('delays.asked-open') : t('delays.asked', { date: date(on) });

export const lineSaid = ({ number: line, product }) => [line, wording(product)].filter(Boolean).join(' · ');

/** What becomes of a line's date. */
export const moveSaid = ({ promised }, { kind, date: on }) => {
  const to = kind === 'open' ? t('delays.open') : date(on);
  return promised ? t('delays.move', { from: date(promised), to }) : to;
};

export const partSaid = ({ quantity, date: on }) =>
  t('delays.part', { quantity: number(quantity), date: date(on) });

/** What silence means, in plain sight. */
export const silenceSaid = ({ silence, answerBy }) => t(`delays.silence.${silence}`, { date: date(answerBy) });

/** What else can be chosen; a part that is offered first has its own button. */
export const besides = ({ remedies, part }) => remedies.filter((one) => !part || one !== 'part-first');

export const remedyName = (remedy) => t(`remedy.${remedy}`);

/** What was answered, by whom; nothing where nothing was. */
export function answerSaid({ answer }) {
  if (!answer) {
    return '';
  }
  const { answer: said, date: on, lines, remedy, words, call, by, at } = answer;
  return [
    t(by ? `delays.said.${said}` : `delays.said-by-link.${said}`, { by, day: day(at), date: on && date(on) }),
    lines && t('delays.said-lines', { lines: lines.join(t('comma')), count: lines.length }),
    remedy && t('delays.said-remedy', { remedy: remedyName(remedy) }),
    call && t('delays.said-call', { call }),
    words && t('delays.said-words', { words }),
  ]
    .filter(Boolean)
    .join(t('space'));
}

/** Whether the customer knows of it, for staff. */
export function knownSaid({ toldAt, readAt, readBy }) {
  if (readAt) {
    return t('delays.read', { by: readBy, day: day(readAt) });
  }
  return toldAt ? t('delays.told', { day: day(toldAt) }) : t('delays.not-told');
}

export const chanceSaid = (chance) => t('delays.chance', { chance: Math.round(chance * 100) });
