import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import {
  bars,
  change,
  feeling,
  howMany,
  placed,
  range,
  said,
} from '../../../webroot/survey-results/reading/figures.js';
import { agendaFor } from '../../../webroot/survey-results/reading/agenda.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

test('a figure says how many of how many answered, and where it lies', () => {
  assert.equal(howMany({ answered: { n: 42, of: 60 } }), '42 of 60 answered');
  assert.equal(range('promoters', { interval: { low: 31.2, high: 57.9 } }), 'between +31 and +58');
  assert.equal(range('promoters', { interval: { low: -0.2, high: 0.2 } }), 'between 0 and 0');
  assert.equal(range('share', { interval: { low: 0.314, high: 0.583 } }), 'between 31% and 58%');
});

test('what is too little to be told is said to be', () => {
  assert.match(howMany({ textsWithheld: false }), /Too few/);
});

test('changed is said only where the server says so', () => {
  const since = { value: 20, n: 30, difference: { low: 5.4, high: 30.2 }, trend: 'up' };
  assert.equal(change('promoters', { since }), 'Up from +20: by 5 to 30.');
  const down = { value: 20, n: 30, difference: { low: -30.2, high: -5.4 }, trend: 'down' };
  assert.equal(change('promoters', { since: down }), 'Down from +20: by 5 to 30.');
  assert.match(change('promoters', { since: { ...since, trend: 'unsure' } }), /Too close/);
  assert.equal(change('mean', {}), undefined);
});

test('each score that could be given has its bar', () => {
  const all = bars({ kind: 'score-0-10', score: { counts: { 9: 2, 10: 4 } } });
  assert.equal(all.length, 11);
  assert.deepEqual(all[9], { score: 9, n: 2, part: 0.5 });
  assert.equal(bars({ kind: 'score-1-5', score: { counts: {} } })[0].score, 1);
});

test('words lie on no other, early ones left and frequent ones high', () => {
  const room = { width: 360, height: 260, line: 22 };
  const alike = { named: 3, place: 1, plus: 1, minus: 0 };
  const words = Array.from({ length: 11 }, (any, at) => ({ ...alike, word: `word ${at}` }));
  const set = placed([...words, { ...alike, word: 'often', named: 9, place: 3 }], room);
  const apart = (one, other) =>
    Math.abs(one.y - other.y) >= room.line || one.x >= other.x + other.long || other.x >= one.x + one.long;
  for (const one of set) {
    assert.ok(set.every((other) => one === other || apart(one, other)));
    assert.ok(one.x >= 0 && one.x + one.long <= 360);
  }
  assert.ok(set[11].x > set[0].x && set[11].y < set[0].y);
});

test('a word is meant as most meant it', () => {
  assert.equal(feeling({ plus: 2, minus: 1 }), 'plus');
  assert.equal(feeling({ plus: 1, minus: 1 }), 'mixed');
});

test('what somebody answered is told in words', () => {
  const choices = [{ key: 'a', text: 'By mail' }, { key: 'b', text: 'By telephone' }];
  assert.equal(said({ kind: 'score-0-10' }, 7), '7 of 10');
  assert.equal(said({ kind: 'choice', choices }, { chosen: ['b'], other: 'pigeon' }), 'By telephone · pigeon');
  assert.equal(said({ kind: 'rank', choices }, ['b', 'a']), '1. By telephone · 2. By mail');
  const words = [
    { word: 'exact', feeling: 'plus' },
    { word: 'far', feeling: 'neutral' },
  ];
  assert.equal(said({ kind: 'association' }, words), 'exact + · far');
  assert.equal(said({ kind: 'open' }, undefined), 'nothing');
});

test('only whoever keeps meetings is offered to put a theme on an agenda, once', () => {
  const meetings = [{ number: 7 }];
  assert.equal(agendaFor({}, meetings, true), 'can-be-put');
  assert.equal(agendaFor({}, [], true), 'no-meeting');
  assert.equal(agendaFor({}, meetings, false), 'nothing');
  assert.equal(agendaFor({ meeting: 7 }, meetings, false), 'is-on-one');
});
