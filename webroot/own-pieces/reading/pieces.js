import { date, day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';

const A_DAY = 24 * 60 * 60 * 1000;
const SOON_DAYS = 60;

/** How a piece is covered on this day where the plant is: in words, and how that looks. */
export function cover({ until, voided }, today) {
  if (voided !== undefined) {
    return { text: t('own-pieces.voided'), look: 'bad' };
  }
  if (!until) {
    return { text: t('own-pieces.not-begun'), look: '' };
  }
  if (until < today) {
    return { text: t('own-pieces.ended', { date: date(until) }), look: '' };
  }
  return { text: t('own-pieces.until', { date: date(until) }), look: 'ok' };
}

/** Where to go with a claim, each place once, however many pieces say it. */
export const claimPlaces = (pieces) => [
  ...new Set(pieces.map(({ claimsAt }) => claimsAt && wording(claimsAt)).filter(Boolean)),
];

/** How many days of cover are left, where that is soon over. */
export function daysLeft({ until, voided }, today) {
  const left = until && voided === undefined ? Math.round((Date.parse(until) - Date.parse(today)) / A_DAY) : -1;
  return left >= 0 && left <= SOON_DAYS ? left : undefined;
}

/** What is offered to somebody now, by the serial of its piece. */
export const offers = (transfers, now = Date.now()) =>
  new Map(
    transfers
      .filter(({ state, side, expiresAt }) => state === 'offered' && side === 'giver' && Date.parse(expiresAt) > now)
      .map((one) => [one.serial, one]),
  );

/** What was taken over, the newest first. */
export const moves = (transfers) =>
  transfers
    .filter(({ state }) => state === 'accepted' || state === 'undone')
    .sort((a, b) => Date.parse(b.acceptedAt) - Date.parse(a.acceptedAt) || b.id - a.id);

export const isUndoable = ({ state, undoableUntil }, now = Date.now()) =>
  state === 'accepted' && Date.parse(undoableUntil) > now;

/** What happened, as a sentence. */
export function moved(transfer) {
  const { side, state, giver, receiver, acceptedAt, undoneAt, undoneBy } = transfer;
  const key = state === 'undone' ? `undone-${undoneBy}` : side;
  return t(`own-pieces.moved-${key}`, { giver, receiver, day: day(undoneAt ?? acceptedAt) });
}

/** What became of a claim, in words. */
export function standing({ decision }) {
  if (!decision) {
    return { text: t('claim.undecided'), look: '' };
  }
  const { verdict, remedy } = decision;
  return verdict === 'accepted'
    ? { text: t(`claim.remedy-${remedy}`), look: 'ok' }
    : { text: t('claim.declined'), look: 'bad' };
}

/** Those in which this stands, however it is written. */
export function found(pieces, sought) {
  const wanted = sought.normalize('NFKC').trim().toLowerCase();
  return pieces.filter((piece) =>
    `${piece.serial} ${wording(piece.product)}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
}
