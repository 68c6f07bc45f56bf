import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedAt, beside, fewOf, seenAt, swiped } from '../../../webroot/evidence/reading/gallery.js';

const row = (key, at, more = {}) => ({ key, at, line: 1, stage: 'assembly', ...more });

test('what was seen at a stage is there, the newest first', () => {
  const rows = [
    row('a', '2026-11-30T08:00:00Z'),
    row('b', '2026-11-30T09:00:00Z', { requirement: 'torque' }),
    row('c', '2026-11-30T10:00:00Z', { line: 2 }),
    row('d', '2026-11-30T11:00:00Z', { stage: 'packing' }),
  ];
  const keys = (where) => seenAt(rows, where).map(({ key }) => key);
  assert.deepEqual(keys({ line: '1', stage: 'assembly' }), ['b', 'a']);
  assert.deepEqual(keys({ line: 1, stage: 'assembly', requirement: 'torque' }), ['b']);
});

test('a pane shows a few, and never says that there is one more', () => {
  assert.deepEqual(fewOf([1, 2, 3, 4], 3), { shown: [1, 2, 3, 4], more: 0 });
  assert.deepEqual(fewOf([1, 2, 3, 4, 5], 3), { shown: [1, 2, 3], more: 2 });
});

test('behind the last comes the first again', () => {
  const rows = [row('a'), row('b')];
  assert.equal(beside(rows, 'b', 1), 'a');
  assert.equal(beside(rows, 'a', -1), 'b');
});

test('a swipe goes across, far enough', () => {
  assert.equal(swiped({ x: 200, y: 10 }, { x: 100, y: 20 }), 1);
  assert.equal(swiped({ x: 100, y: 10 }, { x: 200, y: 20 }), -1);
  assert.equal(swiped({ x: 100, y: 10 }, { x: 110, y: 10 }), 0);
  assert.equal(swiped({ x: 100, y: 10 }, { x: 200, y: 200 }), 0);
});

test('what is asked for is known by line and stage', () => {
  const asked = [{ line: 1, stage: 'assembly', voice: 2031 }];
  assert.equal(askedAt(asked, { line: '1', stage: 'assembly' }).voice, 2031);
  assert.equal(askedAt(asked, { line: 1, stage: 'packing' }), undefined);
});
