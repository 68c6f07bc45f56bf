import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { summary, verdictOf } from '../../../webroot/devices/reading/values.js';
import { catalogue } from './words.mjs';

beforeEach(() => use('en', catalogue('en')));

test('a value is within its limits or outside', () => {
  assert.equal(verdictOf({ value: 12.6, passes: true, counts: true }), 'within limits');
  assert.equal(
    verdictOf({ value: 14, passes: false, counts: false, overdue: true }),
    'outside the limits, gauge overdue, does not count',
  );
  const values = [{ value: 1, passes: true }, { value: 2, passes: false }];
  assert.equal(summary({ values }), '2 values, 1 outside the limits');
});

test('what has no value is met or not', () => {
  assert.equal(verdictOf({ passes: true, counts: true }), 'met');
  assert.equal(verdictOf({ passes: false, counts: true }), 'not met');
  assert.equal(summary({ values: [{ passes: false }, { passes: true }] }), '2 values, 1 not met');
});
