import { date, day, days, measure, time, usually, usuallyWorked } from '../../base/format.js';
import { required } from '../../base/reading/demands.js';
import { ground } from '../../base/reading/grounds.js';
import { has, t, wording } from '../../base/words.js';
import { apart, done, isMeasured, share } from './amounts.js';

/** "500 × KFR-35 split air conditioner", "300 m Cable"; what was not stated is said to be so. */
export function product(line) {
  const what = [line.product, line.description].map(wording).filter(Boolean).join(' ') || t('line.product-unknown');
  if (line.quantity === undefined) {
    return what;
  }
  return isMeasured(line.unit)
    ? t('line.product-amount', { amount: share(line.quantity, line.unit), what })
    : t('line.product', { count: line.quantity, what });
}

/** Under which numbers the plant makes a line, as far as the reader is told. */
export const workOrders = ({ workOrders: numbers = [] }) =>
  numbers.length === 0 ? '' : t('line.work-orders', { count: numbers.length, numbers: numbers.join(t('comma')) });

/**
 * How a stage of a line stands, in words. Of what has left, silence is not that nothing has started; what was cancelled
 * is not going to start, and of what was closed short no more is done.
 */
export function stateOf(state, { left, frozen, closed }) {
  if (state !== 'waiting') {
    return named('state', state);
  }
  const silence = left ? 'unreported' : 'waiting';
  const over = closed ? 'not-done' : 'cancelled';
  return t(`state.${frozen ? over : silence}`);
}

/** How many requirements of a stage were met, failed, are open or waived. */
export function verdicts(stage) {
  const { passed = 0, failed = 0, pending = 0, waived = 0 } = stage.verdicts ?? {};
  const count = passed + failed + pending + waived;
  if (count === 0) {
    return '';
  }
  return [
    t('verdicts.met', { passed, count }),
    failed && t('verdicts.failed', { count: failed }),
    pending && t('verdicts.open', { count: pending }),
    waived && t('verdicts.waived', { count: waived }),
  ]
    .filter(Boolean)
    .join(t('comma'));
}

/** When a stage ran: "6 Oct – 18 Nov", or "since 3 Dec, usually 4 days". */
export function stageTime(stage) {
  if (stage.began && stage.ended) {
    return days(stage.began, stage.ended);
  }
  const parts = [
    stage.began && t('stage.since', { date: day(stage.began) }),
    stage.usualHours && t('stage.usually', { time: takes(stage) }),
  ];
  return stage.ended ? day(stage.ended) : parts.filter(Boolean).join(t('comma'));
}

const takes = ({ usualHours, workingHours }) => (workingHours ? usuallyWorked(usualHours) : usually(usualHours));

/** "340 of 500, 6 rejected"; nothing if nothing was counted. */
export function pieces(stage, { quantity, unit }) {
  return [done(stage.through ?? 0, quantity, unit), ...faults(stage, unit)].join(t('comma'));
}

export const faults = ({ rejected, scrapped }, unit) =>
  [
    rejected && fate('pieces.rejected', rejected, unit),
    scrapped && fate('pieces.scrapped', scrapped, unit),
  ].filter(Boolean);

export const fate = (key, value, unit) => apart(t(key, { count: share(value, unit) }));

/** Who says so: "scan, station 4, Li Wei (reported by key erp)". */
export function source({ source: kind, station, actor, sender, names }) {
  const where = wording(names?.station) || station;
  return [kind && t(`source.${kind}`), where, said({ actor, sender })].filter(Boolean).join(t('comma'));
}

/** Whoever may report may name anybody: who sent it is told beside the name, unless it is the same. */
function said({ actor, sender }) {
  if (!sender || actor === sender.name || actor === `key ${sender.name}`) {
    return actor;
  }
  return t('source.sent-by', { actor, sender: t(`sender.${sender.kind}`, { name: sender.name }) });
}

/** What is known about a requirement that failed. */
export function failure(requirement) {
  const { value, unit, failedUnits, measured, at } = requirement;
  const ordered = required(requirement);
  return [
    value !== undefined && ordered && t('failure.measured', { value: measure(value, unit), ordered }),
    failedUnits && measured && t('failure.units', { count: measured, failed: failedUnits }),
    at && t('failure.at', { date: `${day(at)} ${time(at)}` }),
  ]
    .filter(Boolean)
    .join(t('space'));
}

/** The promise and what became of it, newest first; each with what was said before. */
export function promised({ reason, author, at, ...more }) {
  if (!reason) {
    return t('promise.revised-plain', { at: day(at) }); // A glass link does not say why.
  }
  const values = { at: day(at), reason: sentence(reason), author };
  const how = more.offer ? 'promise.agreed' : 'promise.revised';
  const said = t(author ? `${how}-by` : how, values);
  const why = ground(more);
  return why ? [said, t('promise.on-ground', { why })].join(t('space')) : said;
}

/** The first word on a date, and when the order was placed. */
export function first({ original, toBeConfirmed, reason, revisions = {} }, placedOn) {
  const kind = original ? 'promise.first' : 'promise.first-tbc';
  const said = placedOn
    ? t(kind, { date: original && date(original), placed: date(placedOn) })
    : t(`${kind}-plain`, { date: original && date(original) });
  const why = toBeConfirmed && reason && Object.keys(revisions).length === 0;
  return why ? [said, t('promise.because', { reason: sentence(reason) })].join(t('space')) : said;
}

/** A reason that people wrote, without the full stop that some end it with. */
export const sentence = (text) => wording(text).replace(/[.。]\s*$/, '');

/** A code that no text is known for is shown as it came rather than not at all. */
export const named = (prefix, code) => (has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code);
