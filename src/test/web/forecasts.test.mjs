import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import {
  besideSimple,
  comparison,
  days,
  lately,
  verdict,
  width,
  workedDays,
} from '../../../webroot/forecasts/reading/tried.js';
import { catalogue } from './words.mjs';

before(() => use('en', catalogue('en')));

const method = (name, off, nine = 0.92) => ({
  method: name,
  offDays: { byReport: off, byOrder: off },
  nineOfTen: { byReport: nine, byOrder: nine },
});

test('what held as often as it said is told from what promises too much and from what is too wide', () => {
  assert.match(verdict({ methods: [method('shown', 1, 0.92)] }), /92 % were\. The range holds/);
  assert.match(verdict({ methods: [method('shown', 1, 0.7)] }), /only 70 % were\. .* too much/);
  assert.match(verdict({ methods: [method('shown', 1, 1)] }), /wider than it need be/);
});

test('it is held against the better one of the simple methods that learn', () => {
  const trial = (off) => ({
    methods: [method('shown', off), method('median-remaining', 2), method('stage-and-product', 3)],
  });
  assert.equal(besideSimple(trial(1).methods), 0.5);
  assert.match(comparison(trial(1)), /50 % nearer/);
  assert.match(comparison(trial(3)), /50 % farther/);
  assert.match(comparison(trial(2.02)), /about as near/);
});

test('where no simple method could say anything there is nothing to hold it against', () => {
  assert.equal(comparison({ methods: [method('shown', 1)] }), undefined);
});

test('days are said with one digit, and weekdays by their names', () => {
  assert.equal(days(1), '1 day');
  assert.equal(days(2.345), '2.3 days');
  assert.equal(workedDays(['mon', 'sun'], 'en'), 'Mon, Sun');
});

test('how wide a range is is said, and to which side it leans by the end of the log', () => {
  const trial = (lateDays, held) => ({ range: { half: 6, nineOfTen: 14.8, lately: { ranges: 40, held, lateDays } } });
  assert.match(width(trial(0, 0.5)), /6 days ahead and the second 14\.8 days, so the range was 8\.8 days wide/);
  assert.match(lately(trial(2, 0.3)), /2 days too early\. 30 % were/);
  assert.match(lately(trial(-2, 0.8)), /2 days too late\. 80 % were/);
  assert.match(lately(trial(0.2, 0.45)), /neither side: 45 %/);
  assert.match(lately({ range: { half: 6, nineOfTen: 14.8 } }), /Too few/);
});
