import { date } from '../../base/format.js';
import { ground } from '../../base/reading/grounds.js';
import { has, t, wording } from '../../base/words.js';
import { apart } from './amounts.js';
import { delayed } from './delays.js';
import { items, left } from './deliveries.js';
import { heard, lineName, lines, revisions } from './order.js';
import { onLine, report } from './reports.js';
import { sentence } from './sentences.js';

/** What one event of an order's history says. */
export function happened({ kind, body = {}, names }, page) {
  switch (kind) {
    case 'reported':
      return report({ ...body, names }, page);
    case 'promised':
    case 'promise-revised':
      return promised(kind, body, page);
    case 'cancelled':
      return t(body.reason ? 'event.cancelled-because' : 'event.cancelled', { reason: wording(body.reason) });
    case 'line-cancelled':
    case 'line-reinstated':
    case 'line-closed-short':
    case 'line-reopened':
      return ofLine(body, page, because(kind, body));
    case 'waived':
    case 'waiver-withdrawn':
    case 'waiver-asked':
    case 'waiver-declined':
      return onLine(body.line, page, because(kind, body, { what: demanded(body, page) }));
    case 'doubted':
    case 'doubt-settled':
      return onLine(body.line, page, t(`event.${kind}`, { what: stageName(body, page) }));
    case 'shipped':
    case 'shipment-changed':
    case 'shipment-withdrawn':
    case 'delivered':
      return shipped(kind, body, page);
    case 'carrier-changed':
      return t('event.carrier-changed', { carrier: body.carrier });
    case 'delay-offered':
    case 'delay-answered':
    case 'delay-lapsed':
    case 'delay-withdrawn':
    case 'delay-taken-back':
    case 'risk-chosen':
      return delayed(kind, body, page);
    case 'forecast-told':
      return toldAnew(body);
    case 'taken-back':
      return body.reports ? t('event.taken-back-all', { count: body.reports }) : t('event.taken-back');
    default:
      return t(`event.${kind}`);
  }
}

/** Why likely days jumped, where something happened. */
function toldAnew({ because: whys = [] }) {
  const known = whys.map((why) => `event.moved-${why}`).filter(has);
  return known.length === 0
    ? t('event.forecast-told')
    : t('event.forecast-told-because', { why: known.map((key) => t(key)).join(t('comma')) });
}

function shipped(kind, body, page) {
  const { shipment, carrier, reason, leftOn, deliveredOn } = body;
  const values = {
    what: items(body.items, page),
    on: leftOn && date(leftOn),
    at: deliveredOn && date(deliveredOn),
    shipment,
    carrier,
    reason: sentence(reason ?? ''),
  };
  const said = [reason && `event.${kind}-because`, carrier && `event.${kind}-by`].find((key) => key && has(key));
  return apart(t(said ?? `event.${kind}`, values));
}

function promised(kind, body, page) {
  const what = toldOf(kind, body);
  return body.line === undefined ? what : ofLine(body, page, what);
}

const ofLine = ({ line }, page, what) =>
  t('event.of-line', { line: lineName(page?.lines?.[line] ?? { number: line }), what });

/** With the reason, where it is such that one is said. */
function because(kind, { reason }, values = {}) {
  const why = reason && has(`event.${kind}-because`);
  return t(why ? `event.${kind}-because` : `event.${kind}`, { ...values, reason: wording(reason) });
}

function demanded({ line, stage, requirement }, page) {
  const demand = page?.lines?.[line]?.stages?.[stage]?.requirements?.[requirement];
  return wording(demand?.name) || requirement || t('event.a-requirement');
}

function stageName({ line, stage }, page) {
  const known = page?.lines?.[line]?.stages?.[stage];
  return wording(known?.name) || stage || t('event.a-stage');
}

/** With why it moved and on whose side, where that was said. */
function toldOf(kind, body) {
  const why = ground(body);
  const what = dayTold(kind, body);
  return why ? t('event.on-ground', { what, why }) : what;
}

function dayTold(kind, { date: to, original, toBeConfirmed, reason }) {
  if (toBeConfirmed) {
    return t(reason ? `event.${kind}-tbc-because` : `event.${kind}-tbc`, { reason: wording(reason) });
  }
  const promise = to ?? original;
  if (!promise) {
    return t(`event.${kind}-plain`);
  }
  return t(reason ? `event.${kind}-because` : `event.${kind}`, { date: date(promise), reason: wording(reason) });
}

/** What to say aloud when a page became another; nothing if the change is not worth a sentence. */
export function change(before, after) {
  if (!before) {
    return undefined;
  }
  if (before.state !== after.state) {
    return t(`say.${after.state}`);
  }
  return (
    newPromise(before, after) ??
    newShipment(before, after) ??
    newStage(before, after) ??
    newReport(before, after)
  );
}

function newPromise(before, after) {
  if (isMoved(before.promise, after.promise)) {
    return newestWord(after.promise);
  }
  const line = lines(after).find((one) => isMoved(before.lines?.[one.number]?.promise, one.promise));
  const said = line && newestWord(line.promise);
  return said && t('event.of-line', { line: lineName(line), what: said });
}

const isMoved = (before, after) => before !== after && before?.current !== after?.current;

function newestWord(promise) {
  const newest = revisions(promise)[0];
  return newest && toldOf('promise-revised', { ...newest, toBeConfirmed: newest.date === undefined });
}

function newShipment(before, after) {
  const line = lines(after).find(
    ({ number, left: now }) => now && now.quantity !== before.lines?.[number]?.left?.quantity,
  );
  return line && left(line, after).replaceAll('**', '');
}

function newStage(before, after) {
  const moved = lines(after).find((line) => line.stage && line.stage !== before.lines?.[line.number]?.stage);
  return moved && onLine(moved.number, after, t('say.stage', { stage: wording(moved.stages?.[moved.stage]?.name) }));
}

function newReport(before, after) {
  const newest = heard(after)[0];
  return newest && !(newest.key in (before.heard ?? {})) ? report(newest, after) : undefined;
}

