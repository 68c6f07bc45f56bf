import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { listed, sought, typedAs } from '../../../webroot/nonconformances/reading/criteria.js';
import { criteriaOf, entry, places, shown, sums, things } from '../../../webroot/nonconformances/reading/nonconformances.js';
import { lead } from '../../../webroot/tracking/reading/lead.js';
import { catalogue } from './words.mjs';

beforeEach(() => use('en', catalogue('en')));

const NOTHING = { pieces: 0, lots: 0 };
const row = (number, severity, state = 'open') => ({ number, severity, state, raisedAt: `2026-12-0${number}` });

test('the worst stands first among what is open, and the newest among what is closed', () => {
  const rows = [row(1, 'minor'), row(2, 'critical'), row(3, 'minor', 'closed'), row(4, 'critical', 'closed'), row(5, 'minor')];
  const numbers = (...filter) => shown(rows, ...filter).map(({ number }) => number);
  assert.deepEqual(numbers('open', ''), [2, 5, 1]);
  assert.deepEqual(numbers('all', ''), [2, 5, 1, 4, 3]);
  assert.deepEqual(numbers('all', 'critical'), [2, 4]);
});

test('how much is said as far as there is any, with its stations and its customers', () => {
  const at = { station: 'Winder 1', pieces: 96, lots: 0 };
  const counts = {
    pieces: 1212,
    lots: 14,
    house: { pieces: 96, lots: 0, stations: [at] },
    road: NOTHING,
    customers: { pieces: 76, lots: 0, companies: 9 },
    unknown: { pieces: 31, lots: 0 },
  };
  assert.equal(things(counts), '1,212 pieces, 14 lots');
  const said = Object.fromEntries(sums(counts).map(({ name, text, more }) => [name, more ? [text, ...more] : text]));
  assert.deepEqual(said.house, ['96 pieces', 'Winder 1: 96 pieces']);
  assert.equal(said.road, 'nothing');
  assert.equal(said.customers, '76 pieces with 9 customers');
});

test('only what is filled in is sought, and stands in the form again', () => {
  const typed = { lots: 'C-1,  C-2，C-3', 'station.name': ' Winder 1 ', 'station.from': '2026-12-01T08:00', 'product.name': '' };
  const criteria = sought(typed);
  assert.deepEqual(criteria.lots, ['C-1', 'C-2', 'C-3']);
  assert.deepEqual(Object.keys(criteria), ['lots', 'station']);
  assert.equal(typedAs({ containment: { criteria } }).station.from, '2026-12-01T08:00');
  assert.equal(listed(criteria.lots), 'C-1, C-2, C-3');
  assert.deepEqual(sought({}), {});
  assert.deepEqual(typedAs({ about: { lot: 'C-9' } }), { lots: ['C-9'] });
  assert.equal(criteriaOf(criteria)[0], 'Of or made of lot C-1, C-2, C-3');
});

test('whatever happened is a sentence, also what a later version adds', () => {
  const of = (kind, more = {}) => entry({ kind, by: 'Chen', ...more });
  assert.equal(of('release-asked', { things: 2, reason: 'X-rayed' }), 'Chen asked to release 2 items: X-rayed');
  assert.equal(of('changed', { severity: 'minor', team: true }), 'Chen changed the severity, the team.');
  assert.equal(of('contained', { added: { pieces: 1, lots: 0 }, cleared: NOTHING }).includes('1 piece added'), true);
  assert.equal(of('contained', { added: { pieces: 1, lots: 0 }, cleared: NOTHING }).includes('nothing'), false);
  const narrowed = of('contained', { added: NOTHING, kept: { pieces: 2, lots: 0 }, cleared: NOTHING });
  assert.equal(narrowed.includes('held until a second person agrees: 2 pieces'), true);
  assert.equal(of('unheard-of'), 'Chen added to it.');
  assert.deepEqual(places({ order: 'SO-1', stage: 'a', names: { stage: 'Assembly' } }), ['SO-1', 'Assembly']);
});

test('the lead says first what is looked into, and never that it is done', () => {
  const stages = {
    a: { position: 1, name: 'Assembly', state: 'doubted' },
    b: { position: 2, name: 'Packing', state: 'waiting' },
  };
  const line = { number: 1, state: 'in-production', stage: 'b', stages };
  const [first, ...others] = lead({ number: 'SO-1', state: 'in-production', lines: { 1: line } }, 0);
  assert.match(first, /Assembly.*looked into/);
  assert.doesNotMatch(others.join(' '), /Assembly/);
  const done = lead({ number: 'SO-1', state: 'completed', lines: { 1: { ...line, state: 'completed' } } }, 0);
  assert.doesNotMatch(done.join(' '), /All stages/);
});
