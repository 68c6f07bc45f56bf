import { passed } from '../../base/reading/faults.js';
import { ASKED } from '../../base/reading/grounds.js';
import { t } from '../../base/words.js';
import {
  coded,
  isNumber,
  notNumbers,
  requirementDraft,
  sentNumber,
  sentRequirement,
  written,
} from './requirements.js';
import { copied, sentText } from './texts.js';

const NOBODY = { date: '', toBeConfirmed: false, reason: '', cause: 'other', askedBy: '' };
export const emptyLine = (number) => ({
  number,
  product: '',
  description: '',
  quantity: '',
  unit: '',
  routing: '',
  promise: { ...NOBODY },
  workOrders: '',
  standing: 'open',
  reason: '',
  requirements: [],
});

export const emptyOrder = (placedOn) => ({
  company: '',
  companyText: '',
  number: '',
  customerReference: '',
  placedOn,
  promise: { ...NOBODY },
  lines: [emptyLine(1)],
  standing: 'open',
  reason: '',
});

const promiseDraft = (promise) => ({
  ...NOBODY,
  date: promise?.date ?? '',
  toBeConfirmed: Boolean(promise?.toBeConfirmed),
});

/** How a line stands that is no longer made as it was ordered, and why. */
function standingOf({ cancelled, closedShort }) {
  if (cancelled) {
    return { standing: 'cancelled', reason: copied(cancelled) };
  }
  return closedShort ? { standing: 'closedShort', reason: copied(closedShort) } : { standing: 'open', reason: '' };
}

const lineDraft = (line) => ({
  number: line.number,
  product: copied(line.product),
  description: copied(line.description),
  quantity: written(line.quantity),
  unit: line.unit ?? '',
  routing: line.routing,
  promise: promiseDraft(line.promise),
  workOrders: (line.workOrders ?? []).join(', '),
  ...standingOf(line),
  requirements: line.requirements.map(requirementDraft),
});

/** An order as a form has it: everything is there, and what is typed is text. */
export const orderDraft = (number, placed) => ({
  company: placed.company,
  companyText: placed.company,
  number,
  customerReference: placed.customerReference ?? '',
  placedOn: placed.placedOn ?? '',
  promise: promiseDraft(placed.promise),
  lines: placed.lines.map(lineDraft),
  ...standingOf(placed),
});

/** Whether a date that was given before is another now: whoever reads that wants to know why. */
export const isMoved = (before, { date, toBeConfirmed }) =>
  Boolean(before?.date) && (toBeConfirmed || date !== before.date);

function sentPromise({ date, toBeConfirmed, reason, cause, askedBy }) {
  if (!date && !toBeConfirmed) {
    return undefined;
  }
  const why = sentText(reason);
  const ground = why && { cause, askedBy: cause === ASKED ? askedBy.trim() : undefined };
  return { ...(toBeConfirmed ? { toBeConfirmed } : { date }), reason: why, ...ground };
}

const reasonIf = (standing, { standing: now, reason }) => (now === standing ? (sentText(reason) ?? '') : undefined);

const sentLine = (line) => ({
  number: line.number,
  product: sentText(line.product),
  description: sentText(line.description),
  quantity: sentNumber(line.quantity),
  unit: line.unit.trim() || undefined,
  routing: line.routing,
  promise: sentPromise(line.promise),
  workOrders: line.workOrders.split(/[,，;；\s]+/).filter(Boolean),
  cancelled: reasonIf('cancelled', line),
  closedShort: reasonIf('closedShort', line),
  requirements: coded(line.requirements).map(sentRequirement),
});

/** A form as the order that is sent. */
export const sentOrder = (draft) => ({
  company: draft.company,
  customerReference: draft.customerReference.trim() || undefined,
  placedOn: draft.placedOn || undefined,
  promise: sentPromise(draft.promise),
  lines: draft.lines.map(sentLine),
  cancelled: reasonIf('cancelled', draft),
});

const fault = (field, text) => ({ field, said: t(text) });

/** What can be told is wrong before anything is sent, all of it: no such company, and numbers that are none. */
export function faultsOf({ companyText, number, lines }, company) {
  const isUnknown = !company && companyText.trim();
  const isNumberless = number?.trim() && !/[\p{L}\p{N}]/u.test(number);
  return [
    ...(isUnknown ? [fault('companyText', 'ordering.no-such-company')] : []),
    ...(isNumberless ? [fault('number', 'refused.field.number')] : []),
    ...lines.flatMap((line, at) => faultsOfLine(line).map(([field, text]) => fault(`lines[${at}].${field}`, text))),
  ];
}

function faultsOfLine({ quantity, requirements }) {
  const wanted = sentNumber(quantity);
  return [
    ...(wanted <= 0 ? [['quantity', 'refused.field.lines.quantity']] : []),
    ...(isNumber(quantity) ? [] : [['quantity', 'ordering.not-a-number']]),
    ...notNumbers(requirements).map((field) => [field, 'ordering.not-a-number']),
  ];
}

/** Dates that are promised anew and have passed: an order of old may have them, a slip of the hand more often does. */
export function passedDates({ promise, lines }, started) {
  const before = (line) => started?.lines.find(({ number }) => number === line.number)?.promise;
  const ofLines = lines.map((line, at) => [`lines[${at}].promise.date`, line.promise, before(line)]);
  return [['promise.date', promise, started?.promise], ...ofLines]
    .filter(([, { date, toBeConfirmed }, was]) => !toBeConfirmed && date !== was?.date)
    .flatMap(([field, { date }]) => passed(field, date));
}
