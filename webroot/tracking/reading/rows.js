import { grouped } from '../../base/reading/grouped.js';
import { wordings } from '../../base/words.js';
import { byUrgency, isAtRisk, isLate, isOver, wantsCare } from './standing.js';

const SHOWS = {
  all: () => true,
  'in-production': (row) => !isOver(row),
  late: isLate,
  'at-risk': isAtRisk,
  'late-or-at-risk': wantsCare,
  completed: (row) => row.state === 'completed' || row.state === 'completed-short',
};

/** What a list can be narrowed to; customers are told of what is at risk, not counted what staff look after. */
export const SHOWN = Object.keys(SHOWS);
export const SHOWN_TO_CUSTOMERS = SHOWN.filter((show) => show !== 'late-or-at-risk');

/** What choices count that do not say it by their names. */
export const EXPLAINED = ['at-risk', 'late-or-at-risk'];

/** The rows to show, most urgent first. `q` looks in both numbers, the company and the products. */
export function narrowed(rows, { show = 'all', q = '' }, now) {
  const wanted = q.trim().toLowerCase();
  return rows
    .filter((row) => SHOWS[show](row, now) && (wanted === '' || text(row).includes(wanted)))
    .sort(byUrgency(now));
}

/** How many rows each choice would show. */
export function counts(rows, now) {
  return Object.fromEntries(
    Object.entries(SHOWS).map(([show, test]) => [show, rows.filter((row) => test(row, now)).length]),
  );
}

/** The cards of a board by the stage where each line is now; lines that are through stand nowhere. */
export function byStage(rows, filter, now) {
  const urgency = byUrgency(now);
  const cards = narrowed(rows, { q: filter.q }, now)
    .filter((row) => !isOver(row) && fits(row.company, filter))
    .flatMap(cardsOf)
    .sort((a, b) => urgency(a.row, b.row));
  return grouped(cards, ({ line }) => line.stage ?? '');
}

const cards = new WeakMap();

/** The same as long as the row is, so that only what changed is drawn again. */
function cardsOf(row) {
  if (!cards.has(row)) {
    const open = Object.values(row.lines ?? {}).filter(({ state }) => state !== 'completed' && state !== 'cancelled');
    cards.set(row, open.map((line) => ({ key: `${row.number}/${line.number}`, row: ofLine(row, line), line })));
  }
  return cards.get(row);
}

/** The row as one of its lines is judged, where that has a date of its own. */
const ofLine = (row, { due }) =>
  due ? { ...row, promised: due.date, outlook: { ...row.outlook, lateFrom: due.lateFrom } } : row;

/** The stages of a list as columns, in their order; a column without a code holds what waits. */
export function columnsOf(stages = {}) {
  const known = Object.entries(stages).sort(([, a], [, b]) => a.position - b.position);
  return [{ code: '' }, ...known.map(([code, { name }]) => ({ code, name }))];
}

const fits = (company, { companyCode, tier }) =>
  (!companyCode || company?.code === companyCode) && (!tier || company?.tier === tier);

function text({ number, customerReference = '', company, lines = {} }) {
  const products = Object.values(lines).map(({ product, description, workOrders = [] }) =>
    [...wordings(product), ...wordings(description), ...workOrders].join(' '),
  );
  return [number, customerReference, company?.name ?? '', ...products].join(' ').toLowerCase();
}
