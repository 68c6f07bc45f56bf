import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promiseRow, riskRow } from '../../../webroot/today/reading/orders.js';
import { voiceRow } from '../../../webroot/today/reading/people.js';
import { isUrgent, nextAfter, sectionsAt } from '../../../webroot/today/reading/sections.js';
import { use } from '../../../webroot/base/words.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

const NOW = Date.parse('2026-12-07T10:00:00Z');
const company = { code: 'northwind', name: 'Northwind', tier: 'gold' };
const late = { order: 'SO-1', company, promised: '2026-12-01', lateFrom: '2026-12-01T16:00:00Z', risks: [] };
const part = (...rows) => ({ rows, total: rows.length });

test('an order is late from the moment that says so, and no sooner', () => {
  assert.equal(riskRow(late, NOW).look, 'bad');
  assert.equal(riskRow(late, Date.parse('2026-12-01T15:59:59Z')).look, 'warn');
});

test('of several risks the last whose time has come is named', () => {
  const risks = [
    { kind: 'forecast', from: '2026-12-01T00:00:00Z' },
    { kind: 'held', from: '2026-12-06T00:00:00Z' },
    { kind: 'failed', from: '2026-12-08T00:00:00Z' },
  ];
  assert.match(riskRow({ ...late, risks }, NOW).text.join(), /on hold/);
});

test('a date wants deciding where none is set, it has passed, or it is unlikely to hold', () => {
  assert.match(promiseRow({ order: 'SO-2', company, toBeConfirmed: 1 }, NOW).text.join(), /no date/);
  assert.equal(promiseRow(late, NOW).badge, 'date passed');
  const unlikely = { order: 'SO-3', company, promised: '2026-12-20', likely: '2026-12-24', toBeConfirmed: 0 };
  const row = promiseRow({ ...unlikely, likelyLateFrom: '2026-12-07T09:00:00Z' }, NOW);
  assert.equal(row.badge, 'unlikely to hold');
  assert.match(row.text.join(), /24.*20/);
});

test('a message that waits for its customer is never overdue', () => {
  const row = { number: 7, title: 'How far?', company, order: 'SO-1' };
  assert.equal(voiceRow({ ...row, clock: { runs: true, due: '2026-12-07T09:00:00Z' } }, NOW).look, 'bad');
  assert.equal(voiceRow({ ...row, clock: { runs: false, why: 'asked' } }, NOW).look, undefined);
});

test('what is overdue comes first, and what there is none of stands apart', () => {
  const today = {
    sections: {
      floor: part({ stage: 'assembly', name: 'Assembly', running: 1, held: 0, waiting: 0 }),
      risks: part(late),
      actions: part(),
      reports: part(),
    },
  };
  const { busy, clear } = sectionsAt(today, NOW);
  assert.deepEqual(busy.map(({ name }) => name), ['risks', 'floor']);
  assert.deepEqual(busy.map(isUrgent), [true, false]);
  assert.deepEqual(clear, ['actions']);
});

test('the guide is named only where it knows what is missing', () => {
  const allOf = (...rows) => sectionsAt({ sections: { setup: part(...rows) } }, NOW).busy[0].all;
  assert.equal(allOf({ missing: 'routing', leads: '/routings' }), '/setup');
  assert.equal(allOf({ missing: 'mail', leads: '/mail' }), undefined);
});

test('at a stage only what is there is counted', () => {
  const rows = [{ stage: 'packing', name: 'Packing', running: 2, held: 0, waiting: 0 }];
  const { busy } = sectionsAt({ sections: { floor: part(...rows) } }, NOW);
  assert.equal(busy[0].rows[0].text.filter(Boolean).join(), '2 running');
});

test('the next that is due is the first that has not come yet', () => {
  const action = (dueAt) => ({ number: 1, text: 'Braze twice', owner: { name: 'Wu' }, due: dueAt.slice(0, 10), dueAt });
  const today = { sections: { actions: part(action('2026-12-06T16:00:00Z'), action('2026-12-09T16:00:00Z')) } };
  assert.equal(nextAfter(today, NOW), '2026-12-09T16:00:00Z');
  assert.equal(nextAfter({}, NOW), undefined);
});
