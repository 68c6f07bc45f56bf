import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { amendments, came, chapters, judged, lastTime, sentence } from '../../../webroot/meetings/reading/minutes.js';
import { catalogue } from './words.mjs';

use('en', catalogue('en'));

const page = {
  agenda: ['2', '1', '3'],
  items: {
    1: { title: 'Leaks', state: 'closed', answer: 'Brazed anew' },
    2: { title: 'Cartons', state: 'carried' },
    3: { title: 'Part of leaks', state: 'merged', mergedInto: '1' },
  },
  lines: {
    9: { item: '1', kind: 'remark', text: 'Three leak', place: 2 },
    8: { item: '1', kind: 'decision', text: 'Test each', place: 1 },
    7: { kind: 'remark', text: 'To all', place: 3 },
    6: { item: '1', kind: 'suggestion', text: 'Perhaps', place: 4 },
    5: { item: '1', kind: 'remark', text: 'Two, not three', place: 5, corrects: '9', number: 4 },
  },
};

test('minutes follow the agenda; a correction stands with what it corrects, a suggestion nowhere', () => {
  const told = chapters(page);
  assert.deepEqual(told.map(({ title }) => title), ['Cartons', 'Leaks', 'Also']);
  assert.deepEqual(told[1].lines.map(({ text }) => text), ['Test each', 'Three leak']);
  assert.deepEqual(told[1].lines[1].corrections.map(({ text }) => text), ['Two, not three']);
  assert.deepEqual(told[2].lines.map(({ text }) => text), ['To all']);
});

test('what became of an item is a sentence, or nothing', () => {
  assert.equal(came(page.items[1]), 'What we did: Brazed anew');
  assert.equal(came(page.items[2]), 'Still open: it comes to the next meeting');
  assert.equal(came({ state: 'open' }), '');
});

test('an action says how far it is', () => {
  const line = { kind: 'action', text: 'Braze', action: { number: 5, owner: 'Wu', due: '2026-12-10' } };
  assert.match(sentence({ actions: { 5: { state: 'worked' } } }, line), /^Action: Braze \(Wu, by .*Done, and it worked\.$/);
  assert.match(sentence({}, line), /\)$/);
});

test('what is still to decide comes first', () => {
  const all = { 1: { state: 'taken', at: '1' }, 2: { state: 'open', at: '3' }, 3: { state: 'open', at: '2' } };
  assert.deepEqual(amendments({ amendments: all }).map(({ key }) => key), ['3', '2', '1']);
});

test('a meeting begins with what came of the last', () => {
  assert.equal(lastTime({ actions: 0, worked: 0, done: 0, reopened: [] }), 'No actions were agreed at the last meeting.');
  assert.equal(
    lastTime({ actions: 5, worked: 4, done: 0, reopened: [{}] }),
    '4 of 5 actions worked. 1 did not work and is open again:',
  );
});

test('what was done or closed can be said not to be solved', () => {
  const actions = [{ number: 1, text: 'a', state: 'done' }, { number: 2, text: 'b', state: 'open' }];
  const sources = [
    { kind: 'voice', key: '7', open: false, facts: { text: 'Leaks' } },
    { kind: 'voice', key: '8', open: true, facts: {} },
    { kind: 'requirement', key: '9', open: false, facts: {} },
  ];
  assert.deepEqual(judged({ actions, sources }), [
    { kind: 'action', number: 1, text: 'a' },
    { kind: 'voice', number: '7', text: 'Leaks' },
  ]);
});
