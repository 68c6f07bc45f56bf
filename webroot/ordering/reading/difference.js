import { date } from '../../base/format.js';
import { same } from '../../base/reading/differences.js';
import { number, t, wording } from '../../base/words.js';
import { demands, everyLanguage } from './product.js';

const HEAD = ['customerReference', 'placedOn', 'promise', 'cancelled'];
const LINE = [
  'product',
  'description',
  'quantity',
  'unit',
  'routing',
  'promise',
  'workOrders',
  'requirements',
  'cancelled',
  'closedShort',
];

/**
 * An order as a flat record of what two people may disagree about: each part of the order, each part of a line
 * that all three versions have, and every other line as a whole.
 */
export function compared(...orders) {
  const numbers = [...new Set(orders.flatMap(({ lines }) => lines.map((line) => line.number)))].sort((a, b) => a - b);
  const inAll = (one) => orders.every(({ lines }) => lines.some((line) => line.number === one));
  const lineOf = (order, one) => order.lines.find((line) => line.number === one);
  const flat = (order) => ({
    company: order.company,
    ...Object.fromEntries(HEAD.map((name) => [name, saidOf(order[name], name)])),
    ...Object.fromEntries(
      numbers.flatMap((one) =>
        inAll(one)
          ? LINE.map((name) => [`${one}.${name}`, saidOf(lineOf(order, one)[name], name)])
          : [[`${one}`, lineOf(order, one)]],
      ),
    ),
  });
  const whole = (record) => ({
    company: record.company,
    ...Object.fromEntries(HEAD.map((name) => [name, record[name]])),
    lines: numbers
      .map((one) => (inAll(one) ? lineFrom(record, one) : record[one]))
      .filter((line) => line !== undefined),
  });
  return { flat, whole, numbers, inAll };
}

/** Why a date is given is no part of it: another one has its own. */
const saidOf = (value, name) =>
  name === 'promise' && value ? { date: value.date, toBeConfirmed: value.toBeConfirmed } : value;

const lineFrom = (record, one) => ({
  number: one,
  ...Object.fromEntries(LINE.map((name) => [name, record[`${one}.${name}`]])),
  requirements: record[`${one}.requirements`] ?? [],
});

const promised = (promise) =>
  promise?.toBeConfirmed ? t('ordering.to-be-confirmed') : promise?.date ? date(promise.date) : '';

const SHOWN = {
  placedOn: (day) => (day ? date(day) : ''),
  promise: promised,
  cancelled: everyLanguage,
  closedShort: everyLanguage,
  product: everyLanguage,
  description: everyLanguage,
  quantity: (value) => (value === undefined ? '' : number(value)),
  workOrders: (all = []) => all.join(t('comma')),
  requirements: demands,
};

/** A line in a few words, for whoever chooses whether there is one. */
const lineShown = (line) =>
  line && [wording(line.product), line.quantity && `× ${number(line.quantity)}`].filter(Boolean).join(' ');

/** The fields between which one chooses, as the kit's dialog has them. */
export function fieldsOf({ numbers, inAll }) {
  const field = (name) => ({ name, label: t(`ordering.${name}`), show: SHOWN[name] });
  const ofLine = (one, name) => ({
    name: `${one}.${name}`,
    label: t('ordering.of-line', { line: one, what: t(`ordering.${name}`) }),
    show: SHOWN[name],
  });
  return [
    ...HEAD.map(field),
    ...numbers.flatMap((one) =>
      inAll(one)
        ? LINE.map((name) => ofLine(one, name))
        : [{ name: `${one}`, label: t('ordering.line', { number: one }), show: lineShown }],
    ),
  ];
}

/** Whether an order can be put back by sending it as it was: a date that moved back would want a reason. */
export const canBePutBack = (before, now) =>
  same(saidOf(before.promise, 'promise'), saidOf(now.promise, 'promise')) &&
  before.lines.every((line) => {
    const after = now.lines.find((one) => one.number === line.number);
    return after && same(saidOf(line.promise, 'promise'), saidOf(after.promise, 'promise'));
  }) &&
  now.lines.every((line) => !line.promise || before.lines.some((one) => one.number === line.number));
