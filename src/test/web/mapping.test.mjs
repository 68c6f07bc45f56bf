import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asMapping,
  matched,
  missing,
  nameFor,
  readFrom,
  recalled,
  translated,
  unused,
  written,
} from '../../../webroot/intake/reading/mapping.js';

const OURS = ['order', 'company', 'line', 'product', 'quantity', 'routing', 'name'].map((name) => ({
  name,
  needed: ['order', 'company', 'routing'].includes(name),
}));
const MES = ['order_no', 'product_type_code', 'quantity', 'line_code', 'customer_order_no'];

test('columns of the same name are matched, however they are written', () => {
  for (const [theirs, from] of [
    ['quantity', 'quantity'],
    ['Quantity', 'Quantity'],
    ['order', 'order'],
    ['Order', 'Order'],
    ['product', 'product'],
  ]) {
    assert.deepEqual(matched(OURS, [theirs])[from.toLowerCase()], { from });
  }
  const { customer_reference: choice } = matched([{ name: 'customer_reference' }], ['customer reference']);
  assert.deepEqual(choice, { from: 'customer reference' });
  assert.deepEqual(matched(OURS, MES).order, {});
});

test('what has to come from somewhere and does not is missing', () => {
  const choices = matched(OURS, MES);
  assert.deepEqual(missing(choices, OURS), ['order', 'company', 'routing']);
  const filled = { ...choices, order: { from: 'order_no' }, company: { constant: 'acme' } };
  assert.deepEqual(missing(filled, OURS), ['routing']);
  assert.deepEqual(missing({ ...choices, order: { constant: '' } }, OURS), ['order', 'company', 'routing']);
});

test('a log needs an operation or a stage', () => {
  const log = ['order', 'operation', 'finished_at', 'stage'].map((name) => ({
    name,
    needed: name !== 'stage',
    ...(name === 'operation' ? { or: 'stage' } : {}),
  }));
  const choices = matched(log, ['order', 'finished_at']);
  assert.deepEqual(missing(choices, log), ['operation']);
  assert.deepEqual(missing({ ...choices, stage: { constant: 'packing' } }, log), []);
});

test('a mapping is recalled as it was saved', () => {
  const choices = {
    ...matched(OURS, [...MES, 'name']),
    order: { from: 'customer_order_no' },
    company: { constant: 'acme' },
    routing: { from: 'product_type_code', values: { 'DEMO-BENCH': 'shop' } },
    name: {},
  };
  const mapping = asMapping(choices, [...MES, 'name'], true);
  assert.deepEqual(mapping, {
    columns: { order: 'customer_order_no', quantity: 'quantity', routing: 'product_type_code' },
    constants: { company: 'acme' },
    values: { routing: { 'DEMO-BENCH': 'shop' } },
    days: {},
    empty: ['name'],
    number: 'line',
  });
  assert.deepEqual(recalled(OURS, [...MES, 'name'], mapping), choices);
});

test('days are read in the format that alone fits them, which is kept', () => {
  const ours = [{ name: 'placed_on', day: true }, { name: 'product', day: false }];
  const days = { placed_on: ['day.month.year'], product: ['day.month.year'] };
  const choices = matched(ours, ['placed_on', 'product'], days);
  assert.deepEqual(choices, { placed_on: { from: 'placed_on', day: 'day.month.year' }, product: { from: 'product' } });
  const mapping = asMapping(choices, ['placed_on', 'product'], false);
  assert.deepEqual(mapping.days, { placed_on: 'day.month.year' });
  assert.deepEqual(recalled(ours, ['placed_on', 'product'], mapping), choices);
});

test('days that fit two formats, and years that come first, need none', () => {
  const both = { on: ['day.month.year', 'month/day/year'], iso: ['year-month-day'] };
  assert.deepEqual(readFrom('on', { day: true }, both), { from: 'on' });
  assert.deepEqual(readFrom('iso', { day: true }, both), { from: 'iso' });
  assert.deepEqual(readFrom('nothing', { day: true }, both), { from: 'nothing' });
});

test('a column that the file has no more is left open', () => {
  const choices = recalled(OURS, ['a'], { columns: { order: 'gone' } });
  assert.deepEqual(choices.order, {});
});

test('columns that nothing is read from are said', () => {
  assert.deepEqual(unused({ order: { from: 'order_no' }, company: { constant: 'quantity' } }, MES), MES.slice(1));
});

test('values are translated a line each', () => {
  assert.deepEqual(translated('A = b\n\n C=d=e \nnothing\n = x'), { A: 'b', C: 'd=e' });
  assert.equal(written({ A: 'b', C: 'd' }), 'A = b\nC = d');
  assert.equal(written(undefined), '');
});

test('a source is named by its file, without what tells that from the next one', () => {
  assert.equal(nameFor('orders', 'SAP export 2026-11-28.xlsx', []), 'SAP export');
  assert.equal(nameFor('orders', '订单_20261128.csv', []), '订单');
  assert.equal(nameFor('orders', 'SAP export.csv', ['SAP export', 'SAP export 2']), 'SAP export 3');
  assert.equal(nameFor('plant-log', '2026-11.csv', []), 'plant-log');
  assert.equal(nameFor('orders', 'remembered.csv', []), 'orders');
});
