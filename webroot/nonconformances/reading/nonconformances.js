import { when } from '../../base/format.js';
import { has, number, t, wording } from '../../base/words.js';

export const SEVERITIES = ['critical', 'major', 'minor', 'observation'];
export const SHOWS = ['open', 'closed', 'all'];

const LOOK = { critical: 'bad', major: 'bad' };

export const lookOf = (severity) => LOOK[severity] ?? '';

/** Open ones first, the worst first; then what was raised last. */
export function byUrgency(one, other) {
  if (one.state !== other.state) {
    return one.state === 'open' ? -1 : 1;
  }
  const worse = one.state === 'open' ? SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) : 0;
  return worse || other.raisedAt.localeCompare(one.raisedAt) || other.number - one.number;
}

export const shown = (rows, show, severity) =>
  rows
    .filter((row) => (show === 'all' || row.state === show) && (!severity || row.severity === severity))
    .sort(byUrgency);

/** Where it showed, in a few words each. */
export function places({ order, line, stage, requirement, names = {}, station, lot, piece }) {
  return [
    order,
    line !== undefined && t('nonconformance.line', { line }),
    wording(names.stage) || stage,
    wording(names.requirement) || requirement,
    station && t('nonconformance.at-station', { station }),
    lot && t('nonconformance.of-lot', { lot }),
    piece && t('nonconformance.of-piece', { piece }),
  ].filter(Boolean);
}

/** How much: pieces with a serial and lots, as far as there are any. */
export function things({ pieces, lots }) {
  const parts = [
    pieces > 0 && t('contain.pieces', { count: pieces, n: number(pieces) }),
    lots > 0 && t('contain.lots', { count: lots, n: number(lots) }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('comma')) : t('contain.nothing');
}

/** What came to it and what went, in words. */
export function difference({ added, cleared }) {
  const parts = [
    !isNothing(added) && t('contain.come', { things: things(added) }),
    !isNothing(cleared) && t('contain.gone', { things: things(cleared) }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('comma')) : t('contain.no-difference');
}

export const isNothing = ({ pieces, lots }) => pieces === 0 && lots === 0;

/** What it comes to, row by row: what, and how much. */
export function sums({ pieces, lots, house, road, customers, unknown }) {
  return [
    { name: 'all', text: things({ pieces, lots }) },
    {
      name: 'house',
      text: things(house),
      more: house.stations.map(({ station, ...count }) => t('contain.at', { station, things: things(count) })),
    },
    { name: 'road', text: things(road) },
    {
      name: 'customers',
      text: isNothing(customers)
        ? things(customers)
        : t('contain.with', { count: customers.companies, things: things(customers) }),
    },
    { name: 'unknown', text: things(unknown) },
  ];
}

/** What is sought, a sentence each. */
export function criteriaOf({ lots = [], supplierLots = [], serialRange, station, product }) {
  return [
    lots.length > 0 && t('contain.by-lots', { lots: lots.join(t('comma')) }),
    supplierLots.length > 0 && t('contain.by-supplier-lots', { lots: supplierLots.join(t('comma')) }),
    serialRange && t('contain.by-serials', serialRange),
    station && atStation(station),
    product && ofProduct(product),
  ].filter(Boolean);
}

function atStation({ name, from, until }) {
  const key = from && until ? 'between' : from ? 'since' : until ? 'before' : 'ever';
  return t(`contain.by-station-${key}`, { name, from: from && when(from), until: until && when(until) });
}

const ofProduct = ({ name, revision }) =>
  t(revision ? 'contain.by-revision' : 'contain.by-product', { name: wording(name), revision });

/** What is not sought any more is not let go by one person alone. */
export const staysHeld = ({ kept }) =>
  kept && !isNothing(kept) ? t('contain.kept', { things: things(kept) }) : '';

/** What one entry of its history says. */
export function entry(one) {
  const { kind, by, reason, text, severity, title, problem, team } = one;
  if (kind === 'contained' || kind === 'followed') {
    const told = t(`history.nonconformance.${kind}`, { by, difference: difference(one) });
    return [told, staysHeld(one)].filter(Boolean).join(' ');
  }
  if (kind === 'changed') {
    const what = [title && 'title', severity && 'severity', problem && 'problem', team && 'team'].filter(Boolean);
    return t('history.nonconformance.changed', {
      by,
      what: what.map((part) => t(`history.nonconformance.part-${part}`)).join(t('comma')),
    });
  }
  const key = `history.nonconformance.${kind}`;
  const values = { by, reason, text: text ?? '', count: one.things };
  return t(has(key) ? key : 'history.nonconformance.other', values);
}

/** Why it was closed although something was left, a sentence each. */
export const leftBehind = ({ left = [], by }) =>
  left.map(({ what, count, reason }) => t('nonconformance.left', { what: leftOf({ what, count }), reason, by }));

export function leftOf({ what, count }) {
  const key = `nonconformance.left-${what}`;
  return has(key) ? t(key, { count }) : t('nonconformance.left-other', { what, count });
}

export const raised = ({ raisedAt, raisedBy }) =>
  t('nonconformance.raised', { by: raisedBy, at: when(raisedAt) });
