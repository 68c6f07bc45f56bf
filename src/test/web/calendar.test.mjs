import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { byYear, meaning } from '../../../webroot/calendars/reading/calendar.js';
import { hoursIn, hoursText } from '../../../webroot/base/reading/hours.js';
import { stageTime } from '../../../webroot/tracking/reading/sentences.js';
import { catalogue } from './words.mjs';

beforeEach(() => use('en', catalogue('en')));

const early = { from: '06:00', to: '14:00' };
const late = { from: '14:00', to: '22:00' };

test('hours are read however they are typed', () => {
  for (const text of ['06:00–14:00, 14:00–22:00', '6-14,14-22', '6:00 - 14:00; 14.00 – 22.00', '6：00~14：00，14至22']) {
    assert.deepEqual(hoursIn(text), [early, late], text);
  }
  assert.deepEqual(hoursIn(' '), []);
  assert.deepEqual(hoursIn('22-6'), [{ from: '22:00', to: '06:00' }]);
  assert.deepEqual(hoursIn('0-24'), [{ from: '00:00', to: '24:00' }]);
  assert.equal(hoursText(hoursIn('6-14')), '06:00–14:00');
});

test('what are no hours is not taken for any', () => {
  for (const text of ['all day', '6', '6-', '6-14-22', '6-25', '6:60-14', '-', '6-14 14-22']) {
    assert.equal(hoursIn(text), undefined, text);
  }
});

test('a calendar says in one sentence what it means', () => {
  const both = [early, late];
  const week = { monday: both, tuesday: both, wednesday: both, thursday: both, friday: [early], saturday: [] };
  const exceptions = [
    { from: '2999-12-05', to: '2999-12-05', name: 'Extra', intervals: [early] },
    { from: '2999-12-24', to: '2999-12-26', name: 'Christmas', intervals: [] },
  ];
  assert.equal(
    meaning({ week, exceptions }).replace(/\s–\s/, ' – '),
    'Working time: Mon–Thu 06:00–14:00 and 14:00–22:00, Fri 06:00–14:00. Next holiday: Dec 24 – 26, 2999, Christmas.',
  );
  use('zh-CN', catalogue('zh-CN'));
  assert.match(meaning({ week, exceptions: [] }), /^工作时间：.*06:00–14:00、14:00–22:00/);
});

test('exceptions stand under the year in which they begin', () => {
  const days = [{ from: '2027-01-01' }, { from: '2026-12-31' }, { from: '2026-05-01' }];
  assert.deepEqual(byYear(days), [
    ['2026', [{ from: '2026-05-01' }, { from: '2026-12-31' }]],
    ['2027', [{ from: '2027-01-01' }]],
  ]);
});

test('a stage says where its hours are working hours', () => {
  assert.equal(stageTime({ usualHours: 8 }), 'usually 8 hours');
  assert.equal(stageTime({ usualHours: 8, workingHours: true }), 'usually 8 working hours');
  assert.equal(stageTime({ usualHours: 96 }), 'usually 4 days');
  assert.equal(stageTime({ usualHours: 96, workingHours: true }), 'usually 96 working hours');
});
