import { t } from '../../base/words.js';
import { arranged, titleOf } from './meeting.js';

const MINUTE = 60_000;

/** Where we are: the item, its number of how many, and the minutes that are left for it, fewer than none when over. */
export function standing(page, now) {
  const { open } = arranged(page);
  const at = open.findIndex(({ key }) => key === page.item);
  if (at < 0) {
    return undefined;
  }
  const item = open[at];
  const since = Date.parse(page.itemSince ?? page.liveAt);
  const left = Math.ceil(item.minutes - (now - since) / MINUTE);
  return { item, number: at + 1, count: open.length, left, next: open[at + 1], before: open[at - 1] };
}

/** The same as a sentence. */
export function standingSentence(page, now) {
  const is = standing(page, now);
  if (!is) {
    return t('table.nowhere');
  }
  const { number, count, left, item } = is;
  const time = left >= 0 ? t('table.left', { count: left }) : t('table.over', { count: -left });
  return t('table.we-are', { number, total: count, title: titleOf(item), time });
}

/** “23 here, 9 companies”. */
export const presence = ({ people, companies }) =>
  t('table.here', {
    people: t('table.people', { count: people }),
    companies: t('table.companies', { count: companies }),
  });

/** The lines of one item, or those of none, in their order. */
export const linesOf = ({ lines = {} }, item) =>
  Object.entries(lines)
    .filter(([, line]) => (line.item ?? '') === (item ?? ''))
    .map(([key, line]) => ({ key, ...line }))
    .sort((a, b) => a.place - b.place);

/** Who writes at a line now, if somebody does. */
export const writer = ({ held }, now) => (held && Date.parse(held.until) > now ? held.name : undefined);

/** Polls that are open first, then the newest. */
export const pollsOf = ({ polls = {} }) =>
  Object.entries(polls)
    .map(([key, poll]) => ({ key, ...poll }))
    .sort((a, b) => (a.state === b.state ? b.openedAt.localeCompare(a.openedAt) : a.state === 'open' ? -1 : 1));

/** What each choice of a poll got, as a share of all that chose one; nothing while that is not told. */
export function sharesOf({ choices, result }) {
  if (!result) {
    return undefined;
  }
  const all = result.counts.reduce((sum, one) => sum + one, 0);
  return choices.map((choice, at) => ({
    choice,
    count: result.counts[at],
    share: all === 0 ? 0 : Math.round((100 * result.counts[at]) / all),
  }));
}

/** How many voted, of how many where that is fixed, and who passed. */
export function turnout({ voted, result, state }) {
  const said =
    state === 'closed'
      ? t('poll.voted-of', { voted, total: result.electorate })
      : t('poll.voted', { count: voted });
  return result?.passed ? `${said} · ${t('poll.passed', { count: result.passed })}` : said;
}
