import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { address, amount, counted, gaps, steps } from '../../../webroot/traceability/reading/tree.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

const node = (id, kind, code) => ({ id, kind, code, depth: {} });
const tree = {
  node: 1,
  nodes: [node(1, 'piece', 'SN-1'), node(2, 'lot', 'L-10'), node(3, 'lot', 'L-9'), node(4, 'supplier-lot', 'HY')],
  edges: [
    { output: 1, input: 2, amount: 2, unit: 'kg' },
    { output: 1, input: 2, amount: 3, unit: 'kg' },
    { output: 1, input: 3, amount: 1 },
    { output: 1, input: 3 },
    { output: 1, input: 4, amount: 1 },
    { output: 1, input: 99 },
    { output: 2, input: 1 },
  ],
};

test('what is said several times of the same two is one step, as far as it can be added up', () => {
  const found = steps(tree, 1, 'up');
  assert.deepEqual(found.map((step) => step.node.code), ['HY', 'L-9', 'L-10']);
  assert.deepEqual(found.map((step) => step.amount), [1, undefined, 5]);
  assert.deepEqual(steps(tree, 1, 'down').map((step) => step.node.code), ['L-10']);
});

test('an amount is told in its unit, pieces where it has none', () => {
  assert.equal(amount(1), '1 piece');
  assert.equal(amount(1200, 'pieces'), '1,200 pieces');
  assert.equal(amount(2.5, 'kg'), '2.5 kg');
});

test('how far it goes is told by kind, without what there is none of', () => {
  assert.equal(counted({ lots: 2, supplierLots: 1, pieces: 0 }), '2 lots, one supplier’s lot');
  assert.equal(counted({ lots: 0, supplierLots: 0, pieces: 0 }), '');
});

test('what is not known is a sentence each', () => {
  const sentences = gaps({
    unknownLots: 0,
    unknownPieces: 31,
    missing: [
      { made: 'Motor', used: { en: 'Capacitor' }, anything: true, nodes: 2 },
      { made: 'Resin', anything: false, nodes: 1 },
      { anything: false, nodes: 1 },
    ],
  });
  assert.match(sentences[0], /^Of 31 pieces nobody can say/);
  assert.match(sentences[1], /^Motor: in 2 of what is above, it is not recorded which Capacitor went in/);
  assert.match(sentences[2], /^Resin: of one lot or piece, neither/);
  assert.match(sentences[3], /^something without a product/);
  assert.deepEqual(gaps({ missing: [], unknownLots: 0, unknownPieces: 0 }), []);
});

test('a code is written into an address whatever stands in it', () => {
  assert.equal(address({ kind: 'lot', code: 'WH/7 批' }), '/lots/WH%2F7%20%E6%89%B9');
  assert.equal(address({ kind: 'supplier-lot', code: 'HY' }), '/lots/HY');
  assert.equal(address({ kind: 'piece', code: 'SN-1' }), '/pieces/SN-1');
});
