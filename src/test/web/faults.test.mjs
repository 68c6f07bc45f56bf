import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { doubtsOf } from '../../../webroot/acts/reading/counts.js';
import { today } from '../../../webroot/base/format.js';
import { faultsIn, isAnswered, passed } from '../../../webroot/base/reading/faults.js';
import { use } from '../../../webroot/base/words.js';
import { emptyLine, emptyOrder, faultsOf, passedDates } from '../../../webroot/ordering/reading/draft.js';
import { emptyRequirement } from '../../../webroot/ordering/reading/requirements.js';
import { catalogue } from './words.mjs';

const DAY_MILLIS = 24 * 3_600_000;
const yesterday = () => today(Date.now() - DAY_MILLIS);

beforeEach(() => use('en', catalogue('en')));

const control = (name, validity, more = {}) => ({
  name,
  type: 'text',
  value: 'x',
  willValidate: true,
  validity: { valid: Object.keys(validity).length === 0, ...validity },
  ...more,
});

test('everything that is wrong with what is filled in is said at once, each field in a sentence', () => {
  const controls = [
    control('company', { valueMissing: true }, { value: '' }),
    control('number', {}, { value: '  ', required: true }),
    control('good', { rangeUnderflow: true }, { type: 'number', min: '0' }),
    control('days', { stepMismatch: true }, { type: 'number', step: '1' }),
    control('when', { rangeOverflow: true }, { type: 'datetime-local' }),
    control('passed', { valueMissing: true }, { type: 'radio' }),
    control('passed', { valueMissing: true }, { type: 'radio' }),
    control('fine', {}),
    control('', { valueMissing: true }),
  ];
  assert.deepEqual(faultsIn(controls), [
    { field: 'company', said: 'Fill this in.' },
    { field: 'number', said: 'Fill this in.' },
    { field: 'good', said: 'Enter at least 0.' },
    { field: 'days', said: 'Enter a whole number.' },
    { field: 'when', said: 'This is still to come. Enter a time that has passed.' },
    { field: 'passed', said: 'Choose one.' },
  ]);
});

test('what was said of a field is answered by itself, by a part of it and by what it is in', () => {
  for (const name of ['lines[1].quantity', 'lines[1]', 'lines', 'lines[1].quantity.en']) {
    assert.equal(isAnswered('lines[1].quantity', name), true, name);
  }
  for (const name of ['lines[10]', 'lines[1].unit', 'line', '', 'lines[1].quantity2']) {
    assert.equal(isAnswered('lines[1].quantity', name), false, name);
  }
  assert.equal(isAnswered('reason', 'reason-zh-CN'), true);
});

test('of an order all is found that can be: no such company, no number, quantities and limits that are none', () => {
  const lines = [
    { ...emptyLine(1), quantity: 'abc' },
    { ...emptyLine(2), quantity: '0', requirements: [{ ...emptyRequirement(), minimum: 'x', sample: 'y' }] },
    { ...emptyLine(3), quantity: '2,5', requirements: [{ ...emptyRequirement(), minimum: '1' }] },
  ];
  const draft = { ...emptyOrder('2026-12-01'), companyText: 'Nobody', number: '---', lines };
  assert.deepEqual(faultsOf(draft, undefined).map(({ field }) => field), [
    'companyText',
    'number',
    'lines[0].quantity',
    'lines[1].quantity',
    'lines[1].requirements[0].minimum',
    'lines[1].requirements[0].sample',
  ]);
  assert.deepEqual(faultsOf({ ...draft, number: undefined, lines: [emptyLine(1)] }, 'northwind'), []);
});

test('a date that has passed is asked about where it is promised anew', () => {
  const promise = (date) => ({ date, toBeConfirmed: false, reason: '' });
  const lines = [{ ...emptyLine(1), promise: promise(yesterday()) }, { ...emptyLine(2), promise: promise(today()) }];
  const draft = { ...emptyOrder(''), promise: promise(yesterday()), lines };
  assert.deepEqual(passedDates(draft).map(({ field }) => field), ['promise.date', 'lines[0].promise.date']);
  assert.deepEqual(passedDates(draft, { promise: promise(yesterday()), lines }), []);
  assert.deepEqual(passed('date', undefined), []);
  assert.match(passed('date', yesterday())[0].said, /has passed.*again/);
});

test('more than is left is asked about, nothing at all is refused', () => {
  assert.match(doubtsOf({ kind: 'progressed', counted: { good: 500 }, left: 12 }).unusual[0].said, /488 more/);
  assert.deepEqual(doubtsOf({ kind: 'progressed', counted: { good: 12 }, left: 12 }), { wrong: [], unusual: [] });
  assert.deepEqual(doubtsOf({ kind: 'finished', counted: {}, left: 0 }), { wrong: [], unusual: [] });
  assert.deepEqual(doubtsOf({ kind: 'progressed', counted: { good: 9 }, left: undefined }).unusual, []);
  assert.equal(doubtsOf({ kind: 'progressed', counted: { good: 0, scrapped: 0 }, left: 1 }).wrong[0].field, 'good');
  assert.deepEqual(doubtsOf({ kind: 'progressed', counted: { scrapped: 1 }, left: 1 }).wrong, []);
});
