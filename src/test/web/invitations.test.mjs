import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { arranged, chosen, narrowed, pace, recorded, span } from '../../../webroot/invitations/reading/occasion.js';
import { catalogue } from './words.mjs';

const second = { pace: 'monthly', nth: 2, day: 'TUESDAY', every: 1 };

test('how often a series comes is a sentence in the language of its reader', () => {
  use('en', catalogue('en'));
  assert.equal(pace(second), 'Every month on the second Tuesday');
  assert.equal(pace({ ...second, nth: -1, every: 3 }), 'Every 3 months on the last Tuesday');
  assert.equal(pace({ pace: 'weekly', day: 'SUNDAY', every: 1 }), 'Every Sunday');
  assert.equal(pace({ pace: 'weekly', day: 'MONDAY', every: 2 }), 'Every 2 weeks on Monday');
  use('zh-CN', catalogue('zh-CN'));
  assert.match(pace(second), /^每月第二个.*二$/);
  assert.match(pace({ pace: 'weekly', day: 'SUNDAY', every: 1 }), /^每.*日$/);
});

test('what was recorded is said, and who comes instead', () => {
  use('en', catalogue('en'));
  assert.equal(recorded({ state: 'waiting' }), 'you are on the waiting list');
  assert.equal(recorded({ state: 'accepted' }, true), 'Recorded: you will come.');
  assert.equal(
    recorded({ state: 'declined', instead: { name: 'Carol' } }, true),
    'Recorded: you will not come. Carol is invited in your place.',
  );
});

test('whoever waits has said that they come, and whoever is asked has said nothing', () => {
  assert.equal(chosen({ state: 'waiting' }), 'accepted');
  assert.equal(chosen({ state: 'declined' }), 'declined');
  assert.equal(chosen({ state: 'asked' }), undefined);
});

test('the dates of a series stand with it, and by themselves where one is not asked to all of it', () => {
  const rule = { pace: 'weekly', day: 'MONDAY', every: 4 };
  const asked = (number, start, more = {}) => ({
    number,
    state: 'accepted',
    occasion: { start, isDateOfSeries: false, ...more },
  });
  const dateOf = (series) => ({ series, isDateOfSeries: true });
  const all = [
    asked(5, '2026-12-29', dateOf('other')),
    asked(4, '2026-12-28', dateOf('monthly')),
    asked(3, '2026-12-03'),
    asked(2, '2026-11-30', { rule, series: 'monthly' }),
    asked(1, '2026-11-30', dateOf('monthly')),
  ];
  const shape = (rows) =>
    arranged(rows).map(({ invitation, dates }) => [invitation.number, dates.map(({ number }) => number)]);
  assert.deepEqual(shape(all), [[2, [1, 4]], [3, []], [5, []]]);
  assert.deepEqual(shape([]), []);
  const moved = { ...all[1], state: 'asked' };
  const calledOff = asked(6, '2027-01-25', { ...dateOf('monthly'), calledOff: 'the plant is closed' });
  assert.deepEqual(shape([moved, calledOff, ...all.slice(2)]), [[2, [1]], [3, []], [4, []], [6, []]]);
});

test('where a date is as its series says, the series is what one answers', () => {
  const asked = (kind, number) => ({ occasion: { kind, number } });
  const all = [asked('meeting', 1), asked('meeting-series', 7), asked('meeting', 7)];
  const series = { kind: 'meeting-series', number: 7 };
  assert.deepEqual(narrowed(all, { kind: 'meeting', number: 1, series }), [all[0]]);
  assert.deepEqual(narrowed(all, { kind: 'meeting', number: 2, series }), [all[1]]);
  assert.deepEqual(narrowed(all, { kind: 'meeting', number: 2 }), []);
});

test('in Chinese a day has no comma of another script', () => {
  use('zh-CN', catalogue('zh-CN'));
  const told = span({ start: '2026-12-16T06:00:00Z', end: '2026-12-16T07:30:00Z' });
  assert.match(told, /^12月1\d日星期. \d\d:\d\d – \d\d:\d\d（.+）$/);
});

test('a time is told with its zone, and with the day of its end where that is another', () => {
  use('en', catalogue('en'));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const one = span({ start: '2026-12-16T06:00:00Z', end: '2026-12-16T07:30:00Z' });
  assert.match(one, /^\w+day, .*December.* – \d\d:\d\d \(/);
  assert.ok(one.endsWith(`(${zone})`));
  const long = span({ start: '2026-12-16T06:00:00Z', end: '2026-12-19T07:30:00Z' });
  assert.match(long, /^\w+day, .* – \w+day, /);
});
