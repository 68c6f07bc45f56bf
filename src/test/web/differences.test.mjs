import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, merged, same } from '../../../webroot/base/reading/differences.js';

const FIELDS = [{ name: 'name' }, { name: 'tier' }, { name: 'zone' }];
const STARTED = { name: 'Northwind', tier: 'gold', zone: '' };
const settledOf = (found) => Object.fromEntries(found.map(({ name, settled }) => [name, settled]));

test('what only one of two touched is settled, what both did is asked', () => {
  const mine = { name: 'Northwind Ltd', tier: 'silver', zone: '' };
  const theirs = { name: 'Northwind', tier: 'platinum', zone: 'Asia/Shanghai' };
  const found = differences(FIELDS, { started: STARTED, mine, theirs });
  assert.deepEqual(settledOf(found), { name: 'mine', tier: undefined, zone: 'theirs' });
});

test('what both made the same is no difference', () => {
  const both = { ...STARTED, tier: 'platinum' };
  assert.deepEqual(differences(FIELDS, { started: STARTED, mine: both, theirs: { ...both, zone: null } }), []);
});

test('what is sent then keeps what I typed elsewhere', () => {
  const mine = { name: 'A', tier: 'silver', zone: '', note: 'only here' };
  const theirs = { name: 'B', tier: 'platinum', zone: '' };
  const found = differences(FIELDS, { started: STARTED, mine, theirs });
  const chosen = found.map((field) => ({ ...field, settled: field.name === 'name' ? 'theirs' : 'mine' }));
  assert.deepEqual(merged(chosen, { mine, theirs }), { name: 'B', tier: 'silver', zone: '', note: 'only here' });
});

test('the order of names in a value does not matter, that of a list does', () => {
  assert.ok(same({ en: 'Cut', zh: '切割' }, { zh: '切割', en: 'Cut', fr: '' }));
  assert.ok(same([], undefined));
  assert.ok(!same(['a', 'b'], ['b', 'a']));
  assert.ok(!same(0, ''));
});
