import { date } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';

export const FATES = ['created', 'changed', 'unchanged', 'refused'];

const isRefused = ({ outcome, refusals = [] }) => outcome === 'refused' || refusals.length > 0;

/** Whether it is shown under this filter; what is partly refused is found under both. */
export const isOf = (one, fate) => fate === undefined || (fate === 'refused' ? isRefused(one) : one.outcome === fate);

/** How many there are of each. */
export const tally = (outcomes) =>
  Object.fromEntries(FATES.map((fate) => [fate, outcomes.filter((one) => isOf(one, fate)).length]));

/** Why there is nothing to do after a dry run, as the name of a text; undefined where there is. */
export function whyIdle({ orders = {}, shipments = {}, reports = {}, refused }) {
  const does = [orders.created, orders.changed, shipments.created, shipments.changed, reports.taken].some(Boolean);
  const isKnown = [orders.unchanged, shipments.unchanged, reports.known].some(Boolean);
  return does ? undefined : refused > 0 && !isKnown ? 'import.all-refused' : 'import.idle';
}

/** A value of a file or of an order, as somebody reads it. */
export function shown(value) {
  if (value === undefined || value === '') {
    return t('import.no-value');
  }
  if (typeof value === 'boolean') {
    return t(value ? 'import.yes' : 'import.no');
  }
  if (typeof value === 'number') {
    return number(value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('import.no-value') : value.join(t('comma'));
  }
  if (value === 'TBC') {
    return t('import.to-be-confirmed');
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : wording(value);
}

/** Why an order was left as an import made it; what is no code is a sentence of the server. */
export const leftBecause = (because) =>
  ['changed', 'spoken', 'shared', 'discussed'].includes(because) ? t(`import.left-${because}`) : because;

/** What an import did, in one line. */
export const inBrief = ({ kind, counts }) =>
  ['created', 'changed', 'unchanged', 'taken', 'known', 'refused']
    .filter((what) => counts[what] > 0)
    .map((what) => t(briefKey(kind, what), { count: counts[what] }))
    .join(t('comma'));

function briefKey(kind, what) {
  if (what === 'refused') {
    return 'import.refused';
  }
  const of = ['taken', 'known'].includes(what) ? 'reports' : kind === 'shipments' ? 'shipments' : 'orders';
  return `import.${of}.${what}`;
}
