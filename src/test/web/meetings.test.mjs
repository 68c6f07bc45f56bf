import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, shares } from '../../../webroot/meetings/reading/chart.js';
import { arranged, counted, sorted, titleOf } from '../../../webroot/meetings/reading/meeting.js';
import { place, when } from '../../../webroot/meetings/reading/when.js';
import { use } from '../../../webroot/base/words.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

test('an item is called by what its sources have in common, or as somebody named it', () => {
  const facts = { of: 'requirement', name: { en: 'Leak rate', 'zh-CN': '漏率' }, product: 'Water heater' };
  assert.equal(titleOf({ title: 'x', facts }), 'Leak rate: Water heater');
  assert.equal(titleOf({ title: 'x', facts: { of: 'promise' } }), 'Dates that moved');
  assert.equal(titleOf({ title: 'Ours', facts: { name: 'Leak rate' } }), 'Ours');
  assert.equal(titleOf({ title: 'Ours' }), 'Ours');
});

test('what is still talked about stands in the order of the agenda, the rest apart', () => {
  const items = { 1: { state: 'open' }, 2: { state: 'dropped' }, 3: { state: 'closed' }, 4: { state: 'carried' } };
  const { open, gone } = arranged({ agenda: ['3', '2', '1', '4', '9'], items });
  assert.deepEqual(open.map(({ key }) => key), ['3', '1']);
  assert.deepEqual(gone.map(({ key }) => key), ['2', '4']);
});

test('the next meeting comes first, and of those that were the newest', () => {
  const row = (number, day, state = 'planned') => ({
    number,
    state,
    beginsAt: `2026-12-${day}T06:00:00Z`,
    endsAt: `2026-12-${day}T07:00:00Z`,
  });
  const rows = { 1: row(1, '01', 'final'), 2: row(2, '12'), 3: row(3, '10'), 4: row(4, '02', 'final'), 5: row(5, '11', 'cancelled') };
  const { toCome, past } = sorted(rows, Date.parse('2026-12-09T00:00:00Z'));
  assert.deepEqual(toCome.map(({ number }) => number), [3, 2]);
  assert.deepEqual(past.map(({ number }) => number), [5, 4, 1]);
});

test('guests are counted by what they answered', () => {
  assert.deepEqual(counted({ 7: { state: 'accepted' }, 8: { state: 'asked' }, 9: { state: 'accepted' } }), {
    accepted: 2,
    asked: 1,
  });
});

test('a chart is drawn from shares, with nothing of nothing as none', () => {
  const chart = { points: [{ part: 98, all: 100 }, { part: 0, all: 0 }, { part: 1, all: 3 }] };
  assert.deepEqual(shares(chart), [98, 0, 33]);
  assert.equal(line([1, 1]).split(' ').length, 2);
  assert.equal(line([0, 0]), line([100, 100]), 'what stays as it is, is neither high nor low');
  assert.ok(line([10, 90]).startsWith('8,56'));
});

test('a zone is called by its city', () => {
  assert.equal(place('America/Sao_Paulo'), 'Sao Paulo');
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(place('Asia/Shanghai'), '中国时间');
  assert.doesNotMatch(when({ beginsAt: '2026-12-08T06:00:00Z', zone: 'Asia/Shanghai' }), /[a-z]/i);
  use('en', catalogue('en'));
});
