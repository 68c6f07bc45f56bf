import { date, when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';

const line = (...parts) => parts.filter(Boolean).join(' · ');

/** How a row of each part of the sheet is shown; parts of other rooms are drawn by them. */
const ROWS = {
  orders: ({ number, customerReference, promised, originally }) => ({
    href: `/orders/${encodeURIComponent(number)}`,
    title: line(number, customerReference),
    text: line(
      promised && t('prepare.promised', { day: date(promised) }),
      originally && originally !== promised && t('prepare.slipped', { day: date(originally) }),
    ),
  }),
  messages: ({ number, title, kind, clock }) => ({
    href: `/messages/${number}`,
    title,
    text: line(t(`prepare.kind.${kind}`), clock?.due && t('prepare.due', { when: when(clock.due) })),
  }),
  promises: ({ number, text, owner, due, state }) => ({
    href: `/actions/${number}`,
    title: text,
    text: line(t(`record.state.${state}`), owner, t('prepare.by', { day: date(due) })),
  }),
  nonconformances: ({ number, title, severity }) => ({
    href: `/nonconformances/${number}`,
    title,
    text: t(`prepare.severity.${severity}`),
  }),
  recalls: ({ id, title }) => ({ href: `/recall-notices/${encodeURIComponent(id)}`, title: wording(title) }),
};

/** The parts of a sheet that are known here, in their order. */
export const partsOf = (parts) =>
  Object.keys(ROWS)
    .filter((name) => parts[name])
    .map((name) => ({ name, rows: parts[name].map(ROWS[name]) }));
