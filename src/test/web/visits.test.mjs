import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterRefusal, emptyDraft, isBlank, names, newId, recordOf } from '../../../webroot/visits/reading/drafts.js';
import { daysAfter, hasBegun, mondayOf, parted, standing } from '../../../webroot/visits/reading/visits.js';

const NOW = Date.parse('2026-12-08T06:00:00Z');

test('what comes stands before what was, the next and the newest first', () => {
  const row = (number, at, state = 'planned') => ({ number, at, until: at, state });
  const { coming, past } = parted(
    {
      1: row(1, '2026-12-10T06:00:00Z'),
      2: row(2, '2026-12-09T06:00:00Z'),
      3: row(3, '2026-12-01T06:00:00Z'),
      4: row(4, '2026-12-05T06:00:00Z', 'made'),
      5: row(5, '2026-12-11T06:00:00Z', 'cancelled'),
    },
    NOW,
  );
  assert.deepEqual(coming.map(({ number }) => number), [2, 1]);
  assert.deepEqual(past.map(({ number }) => number), [5, 4, 3]);
});

test('weeks begin on Monday', () => {
  assert.equal(mondayOf('2026-12-07'), '2026-12-07');
  assert.equal(mondayOf('2026-12-13'), '2026-12-07');
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});

test('what was noted says whether it is confirmed', () => {
  assert.equal(standing({ state: 'planned', at: '2026-12-08T07:00:00Z' }, NOW), 'planned');
  assert.equal(standing({ state: 'planned', at: '2026-12-08T05:00:00Z' }, NOW), 'begun');
  assert.equal(standing({ state: 'made', confirmed: false }), 'open');
  assert.equal(standing({ state: 'made', confirmed: true }), 'confirmed');
  assert.equal(hasBegun({ at: '2026-12-08T05:59:00Z' }, NOW), true);
  assert.equal(hasBegun({ at: '2026-12-08T06:01:00Z' }, NOW), false);
});

test('a record is what was typed, without what is empty, under the id that it was given', () => {
  const draft = emptyDraft({ number: 7, with: [{ name: 'Amelia Fox' }] }, 'id-1');
  assert.equal(isBlank(draft), true);
  draft.others = 'Tom, 李雷、 Tom';
  draft.facts = ['A second line ', ''];
  draft.wishes = ['A smaller crate'];
  draft.promises = [{ text: 'The drawing', due: '', owner: '' }, { text: ' ', due: '2026-12-31', owner: 'a@b.c' }];
  draft.photos = [{ id: 'p1' }, { name: 'not there yet' }];
  assert.equal(isBlank(draft), false);
  assert.deepEqual(recordOf(draft, 'Li Wen', '2026-12-08'), {
    id: 'id-1',
    present: { theirs: ['Amelia Fox', 'Tom', '李雷'], ours: ['Li Wen'] },
    facts: ['A second line'],
    wishes: [{ text: 'A smaller crate' }],
    promises: [{ text: 'The drawing', due: '2026-12-22' }],
    photos: ['p1'],
  });
  assert.deepEqual(names(' ,;  '), []);
});

test('what a network or a calmer moment mends is sent again, and what is wrong goes back', () => {
  for (const status of [0, 401, 429, 500, 503]) {
    assert.equal(afterRefusal({ status }), 'ready', String(status));
  }
  for (const status of [403, 404, 409, 422]) {
    assert.equal(afterRefusal({ status }), 'refused', String(status));
  }
});

test('ids are random UUIDs', () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newId(), newId());
});
