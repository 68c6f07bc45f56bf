import { t, wording } from '../../base/words.js';

/** What the room calls an item: as somebody named it, or by what its sources have in common. */
export function titleOf({ title, facts = {} }) {
  if (!facts.of) {
    return title;
  }
  const name = facts.name === undefined ? '' : wording(facts.name);
  const product = facts.product === undefined ? '' : wording(facts.product);
  if (facts.of === 'proposal' || name === '') {
    return name || t(`item.of-${facts.of}`);
  }
  return product ? t('item.of-product', { name, product }) : name;
}

/** Items in the order of the agenda: those that are open first, then what became of the others. */
export function arranged({ agenda = [], items = {} }) {
  const all = agenda.filter((key) => items[key]).map((key) => ({ key, ...items[key] }));
  return {
    open: all.filter(({ state }) => state === 'open' || state === 'closed'),
    gone: all.filter(({ state }) => !['open', 'closed'].includes(state)),
  };
}

/** How many of those who are asked say what. */
export function counted(guests = {}) {
  const count = {};
  for (const { state } of Object.values(guests)) {
    count[state] = (count[state] ?? 0) + 1;
  }
  return count;
}

/** Meetings that are to come, soonest first, and those that were, newest first. */
export function sorted(rows = {}, now = Date.now()) {
  const all = Object.values(rows);
  const isToCome = ({ endsAt, state }) => Date.parse(endsAt) > now && ['planned', 'live'].includes(state);
  const begins = ({ beginsAt }) => Date.parse(beginsAt);
  return {
    toCome: all.filter(isToCome).sort((a, b) => begins(a) - begins(b)),
    past: all.filter((one) => !isToCome(one)).sort((a, b) => begins(b) - begins(a)),
  };
}
