import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { inBrief, isOf, leftBecause, shown, tally, whyIdle } from '../../../webroot/intake/reading/outcomes.js';
import { catalogue } from './words.mjs';

const OUTCOMES = [
  { outcome: 'created' },
  { outcome: 'changed', refusals: [{ line: 3, column: 'good', reason: 'is empty' }] },
  { outcome: 'refused', refusals: [{ line: 4, column: '', reason: 'is empty' }] },
  { outcome: 'unchanged' },
];

test('what is partly refused is found as changed and as refused', () => {
  assert.deepEqual(tally(OUTCOMES), { created: 1, changed: 1, unchanged: 1, refused: 2 });
  assert.deepEqual(OUTCOMES.filter((one) => isOf(one, undefined)), OUTCOMES);
});

test('where a file would do nothing, it is said why', () => {
  const orders = { created: 0, changed: 0, unchanged: 0 };
  assert.equal(whyIdle({ orders, refused: 3 }), 'import.all-refused');
  assert.equal(whyIdle({ orders: { ...orders, unchanged: 2 }, refused: 1 }), 'import.idle');
  assert.equal(whyIdle({ orders: { ...orders, created: 1 }, refused: 1 }), undefined);
  assert.equal(whyIdle({ orders, reports: { taken: 4, known: 0 }, refused: 0 }), undefined);
  assert.equal(whyIdle({ orders, reports: { taken: 0, known: 4 }, refused: 2 }), 'import.idle');
});

test('values are shown as somebody reads them', () => {
  use('en', catalogue('en'));
  assert.equal(shown(undefined), 'nothing');
  assert.equal(shown(1200.5), '1,200.5');
  assert.equal(shown(false), 'no');
  assert.equal(shown('TBC'), 'to be confirmed');
  assert.match(shown('2025-12-15'), /15.*2025/);
  assert.equal(shown({ en: 'Unit', 'zh-CN': '空调' }), 'Unit');
  assert.equal(shown(['WO-1', 'WO-2']), 'WO-1, WO-2');
  assert.equal(shown([]), 'nothing');
});

test('an import says in a line what it did, and an order why it was left', () => {
  use('en', catalogue('en'));
  const counts = { created: 2, changed: 0, unchanged: 1, refused: 1 };
  assert.equal(inBrief({ kind: 'orders', counts }), '2 orders created, 1 unchanged, 1 refused');
  assert.equal(inBrief({ kind: 'plant-log', counts: { taken: 3, known: 1 } }), '3 reports taken, 1 known already');
  assert.equal(leftBecause('spoken'), 'somebody has written about it');
  assert.equal(leftBecause('There is no routing “x”'), 'There is no routing “x”');
});
