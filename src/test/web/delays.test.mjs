import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { faultsOf, likelyMeant, termsOf } from '../../../webroot/delays/reading/terms.js';
import { catalogue } from './words.mjs';

const line = (number, more = {}) => ({ number, waiting: false, atRisk: false, ...more });
const terms = (...lines) => ({ lines: Object.fromEntries(lines.map((one) => [one.number, one])) });

beforeEach(() => use('en', catalogue('en')));

test('an offer is likely about lines at risk, else about the only one, and nobody guesses among several', () => {
  assert.deepEqual(likelyMeant(terms(line(1), line(2, { atRisk: true }), line(3))), [2]);
  assert.deepEqual(likelyMeant(terms(line(1), line(2))), []);
  assert.deepEqual(likelyMeant(terms(line(1))), [1]);
  assert.deepEqual(likelyMeant(terms(line(1, { atRisk: true, waiting: true }), line(2), line(3))), []);
  assert.deepEqual(likelyMeant(terms(line(1), line(2, { atRisk: true })), [1]), [1]);
  assert.deepEqual(likelyMeant(terms(line(1, { waiting: true }))), []);
});

test('a part that comes first is sent with its line, and nothing of it where it is not offered', () => {
  const filled = { kind: 'date', date: '2026-12-18', cause: 'machine', side: 'ours', 'because-en': 'No seals' };
  const part = { 'part-line': '2', 'part-quantity': '8', 'part-date': '2026-12-10' };
  const sent = termsOf({ ...filled, ...part }, { lines: [1, 2], remedies: ['part-first'] });
  assert.deepEqual(sent.part, { line: 2, quantity: 8, date: '2026-12-10' });
  assert.deepEqual([sent.cause, sent.side], ['machine', 'ours']);
  const { 'part-line': none, ...sole } = part;
  assert.equal(termsOf({ ...filled, ...sole }, { lines: [3], remedies: ['part-first'] }).part.line, 3);
  assert.equal(termsOf({ ...filled, ...part }, { lines: [1], remedies: [] }).part, undefined);
  assert.deepEqual(faultsOf({}, { lines: [] }).map(({ field }) => field), ['lines', 'because-en']);
});
