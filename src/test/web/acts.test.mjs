import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sidesOf, usualSide } from '../../../webroot/base/reading/grounds.js';
import { correctionOf } from '../../../webroot/acts/reading/correction.js';
import { chosenAgain, keyed } from '../../../webroot/acts/reading/sending.js';
import { heldStages } from '../../../webroot/acts/reading/standing.js';
import { beyond, left } from '../../../webroot/base/reading/left.js';
import { selection } from '../../../webroot/acts/selection.js';

const event = {
  report: { id: 'r1' },
  body: { line: 1, operation: 'Assembly', kind: 'progressed', good: 10, station: 'station 4', made: { lot: 'K-1' } },
};
const at = '2026-12-07T14:22:00Z';

test('a correction says the same work otherwise, and names what it corrects', () => {
  const said = correctionOf(
    { order: 'SO-1', event, id: 'h1' },
    { happened: true, values: { good: 9 }, happenedAt: at },
  );
  assert.equal(said.corrects, 'r1');
  assert.equal(said.kind, 'progressed');
  assert.equal(said.operation, 'Assembly');
  assert.equal(said.good, 9);
  assert.equal(said.source, 'manual');
  assert.deepEqual(said.made, { lot: 'K-1' });
});

test('what did not happen is withdrawn and counts nothing', () => {
  const said = correctionOf({ order: 'SO-1', event, id: 'h1' }, { happened: false, values: { good: 9 }, happenedAt: at });
  assert.equal(said.kind, 'withdrawn');
  assert.equal(said.good, undefined);
});

test('work that began after it now ended has no beginning', () => {
  const began = { ...event, body: { ...event.body, startedAt: '2026-12-07T14:23:00Z' } };
  const said = correctionOf({ order: 'SO-1', event: began, id: 'h1' }, { happened: true, happenedAt: at });
  assert.equal(said.startedAt, undefined);
});

test('what stands still is found by line and stage, but not of lines of which nothing more is made', () => {
  const held = { state: 'held', hold: { reason: 'seals' } };
  const page = {
    lines: {
      1: { number: 1, stages: { assembly: held, packing: { state: 'waiting' } } },
      2: { number: 2, state: 'cancelled', stages: { assembly: held } },
      3: { number: 3, state: 'completed', closedShort: 'enough', stages: { assembly: held } },
    },
  };
  assert.deepEqual(heldStages(page), [{ line: 1, stage: 'assembly', reason: 'seals' }]);
  assert.deepEqual(heldStages(page, { line: 2 }), []);
  assert.deepEqual(heldStages(page, { stage: 'packing' }), []);
});

test('what is left of a stage is what was ordered without what went through', () => {
  assert.equal(left({ quantity: 500 }, { through: 120 }), 380);
  assert.equal(left({ quantity: 0.3 }, { through: 0.1 }), 0.2);
  assert.equal(left({}, { through: 120 }), undefined);
  assert.equal(beyond(0.3, 0.2), 0.1);
  assert.equal(beyond(5, 5), 0);
  assert.equal(beyond(5, undefined), 0);
});

test('with Shift all between two are chosen, or left, whatever their direction', () => {
  const listed = ['A', 'B', 'C', 'D'];
  selection.turn(true);
  selection.choose('C', true, false, listed);
  selection.choose('A', true, true, listed);
  assert.deepEqual([...selection.chosen].sort(), ['A', 'B', 'C']);
  selection.choose('B', false, true, listed);
  assert.deepEqual([...selection.chosen], ['C']);
});

test('the same wish keeps its key where nobody knows what became of it', () => {
  let made = 0;
  const key = keyed(() => `k${++made}`);
  const wish = { act: 'promise', orders: ['SO-1'], workingDays: 5 };
  const first = key.for(wish);
  for (const status of [0, 408, 409, 429, 500, 503]) {
    key.refused(status);
    assert.equal(key.for({ ...wish }), first, `after ${status}`);
  }
  key.refused(422);
  assert.notEqual(key.for(wish), first);
});

test('another wish is another request', () => {
  let made = 0;
  const key = keyed(() => `k${++made}`);
  const first = key.for({ act: 'promise', workingDays: 5 });
  assert.notEqual(key.for({ act: 'promise', workingDays: 3 }), first);
});

test('of several orders those stay chosen that were refused, not those of which nobody knows', () => {
  const outcomes = ['changed', 'unknown', 'refused'].map((outcome, at) => ({ order: `SO-${at}`, outcome }));
  assert.deepEqual(chosenAgain(outcomes), ['SO-2']);
});

test('only what is the customer’s can be on their side, and nothing is by default in the house’s favour', () => {
  assert.deepEqual(sidesOf('machine'), ['ours', 'supplier', 'force-majeure']);
  assert.ok(sidesOf('customer-change').includes('customer'));
  assert.equal(usualSide('other'), 'ours');
  assert.equal(usualSide('supplier-late'), 'supplier');
});
