import { day } from '../../base/format.js';
import { locale, number, t } from '../../base/words.js';

const LOOKS = { told: 'bad', read: 'bad', chosen: '', begun: '', done: 'ok', left: '', cleared: 'ok' };

/** How far a notice is, in a word or two. */
export const standing = ({ state }) => ({ text: t(`recall.state.${state}`), look: LOOKS[state] ?? '' });

/** The same for who is asked: what counts is whether they have answered. */
export const standingOf = (notice) =>
  isTheirs(notice) && isWaitedFor(notice) ? { text: t('recall.waits'), look: 'bad' } : standing(notice);

/** The sentence under its heading: how many pieces of their own; since when, where it was they who were told. */
export const lead = (notice, isDated = true) => {
  const { pieces, told, state } = notice;
  const whose = isOfCustomer(notice) ? '-customer' : '';
  if (state === 'cleared') {
    return t(`recall.lead-cleared${whose}`, { day: day(told.at) });
  }
  const key = isDated ? `recall.lead${whose}` : 'recall.lead-brief';
  return t(key, { count: pieces, day: day(told.first) });
};

/** How many pieces they are, and whose. */
export const piecesName = (notice) =>
  t(isOfCustomer(notice) ? 'recall.pieces-customer' : 'recall.pieces', { count: notice.pieces });

/** The day of a letter. */
export const letterDay = (instant) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(instant));

/** What is different since they were told first; nothing where nothing is. */
export const news = ({ told }) =>
  ['more', 'fewer', 'corrected'].includes(told.news) ? t(`recall.news.${told.news}`, { day: day(told.at) }) : '';

export const remedyName = (remedy) => t(`recall.remedy.${remedy}`);

/** What somebody chose, and when. */
export const chosen = ({ choice }) =>
  t('recall.chosen', { remedy: remedyName(choice.remedy), by: choice.by, day: day(choice.at) });

/** Whose pieces: the order, its line. */
export const placeName = ({ order, line }) =>
  order ? (line ? t('recall.order-line', { order, line }) : t('recall.order', { order })) : t('recall.no-order');

/** Those about a piece. */
export const ofPiece = (notices = [], serial) =>
  notices.filter(({ lines }) => lines.some(({ codes }) => codes.includes(serial)));

/** Whether the company's answer is still to come. */
export const isWaitedFor = ({ state }) => state === 'told' || state === 'read';

/** Whether its reader belongs to the company: staff see the nonconformance, a glass holder no company. */
export const isTheirs = ({ company, nonconformance }) => company !== undefined && nonconformance === undefined;

/** Whether its reader is of the house: then the pieces are those of a customer. */
const isOfCustomer = ({ nonconformance }) => nonconformance !== undefined;

/** What is done of how many. */
export const progress = ({ done, pieces }) => t('recall.progress', { done: number(done), pieces: number(pieces) });

/** The steps of telling, each with how many companies and pieces have come to it. */
export const sums = ({ sums: all }) =>
  ['concerned', 'told', 'read', 'acknowledged', 'done']
    .filter((step) => all[step])
    .map((step) => ({
      step,
      name: t(`recall.sum.${step}`),
      companies: all[step].companies,
      pieces: number(all[step].pieces),
    }));

/** Companies as they stand in a list: those that are to be told first, then those that are waited for. */
export const inOrder = (companies) =>
  Object.entries(companies)
    .map(([key, row]) => ({ key, ...row }))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));

const rank = ({ toTell, notice }) => (toTell ? 0 : notice && isWaitedFor(notice) ? 1 : 2);
