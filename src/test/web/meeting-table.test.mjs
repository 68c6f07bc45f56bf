import assert from 'node:assert/strict';
import { test } from 'node:test';
import './words.mjs';
import { linesOf, pollsOf, sharesOf, standing, writer } from '../../../webroot/meetings/reading/table.js';
import { Typing } from '../../../webroot/meetings/reading/typing.js';

/** Time that passes when it is told to, and what is saved meanwhile. */
function desk({ refuses = () => undefined, ...before } = {}) {
  const saved = [];
  const timers = new Map();
  let now = 0;
  let version = before.version ?? 0;
  const clock = {
    setTimeout: (run, millis) => timers.set(run, now + millis) && run,
    clearTimeout: (run) => timers.delete(run),
  };
  const ask = async (said) => {
    const problem = refuses(said);
    if (problem) {
      throw problem;
    }
    saved.push({ at: now, ...said });
    return { version: ++version };
  };
  const typing = new Typing(ask, () => {}, { ...before, clock });
  const pass = async (millis) => {
    for (const until = now + millis; now < until; ) {
      now += 100;
      const due = [...timers].filter(([, at]) => at <= now);
      due.forEach(([run]) => timers.delete(run) && run());
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { typing, saved, pass };
}

test('however fast somebody types, it is saved once a second, and the last of it when they are done', async () => {
  const { typing, saved, pass } = desk();
  for (let key = 1; key <= 35; key++) {
    typing.type('x'.repeat(key));
    await pass(100);
  }
  assert.deepEqual(saved.map(({ at }) => at), [1000, 2000, 3000]);
  assert.deepEqual(saved.map(({ version }) => version), [undefined, 1, 2]);
  assert.equal(await typing.finish(), true);
  assert.deepEqual([saved.at(-1).text.length, saved.at(-1).hold], [35, false]);
  await pass(3000);
  assert.equal(saved.length, 4);
});

test('what is not different, or nothing to see, is not saved', async () => {
  const { typing, saved, pass } = desk({ text: 'As it was', version: 3 });
  typing.type('As it was ');
  await pass(2000);
  typing.type('  ');
  await pass(2000);
  assert.deepEqual(saved, []);
});

test('a text that is refused stays, and is sent again when its writer says so', async () => {
  let held = true;
  const { typing, saved, pass } = desk({
    text: 'Two', version: 3, refuses: () => held && Object.assign(new Error('held'), { status: 409 }) });
  typing.type('Two of ten');
  await pass(1000);
  assert.equal(typing.refused.status, 409);
  typing.type('Two of ten, in October');
  await pass(5000);
  assert.deepEqual([typing.text, saved.length], ['Two of ten, in October', 0]);
  assert.equal(await typing.finish(), false);
  held = false;
  assert.equal(await typing.insist(7), true);
  assert.deepEqual([saved[0].text, saved[0].version], ['Two of ten, in October', 7]);
});

test('of a line that was removed nothing is sent, until its whole text is to be a new one', async () => {
  const { typing, saved, pass } = desk({ text: 'Two', version: 3 });
  typing.type('Two of ten');
  typing.refuse({ status: 404 });
  typing.type('Two of ten, in rain');
  await pass(3000);
  assert.deepEqual([await typing.finish(), saved, typing.text], [false, [], 'Two of ten, in rain']);
  typing.forget();
  assert.equal(typing.isSaved, false);
  assert.equal(await typing.finish(), true);
  assert.deepEqual([saved[0].text, saved[0].version, saved[0].hold], ['Two of ten, in rain', undefined, false]);
});

const AGENDA = {
  agenda: ['1', '2', '3'],
  items: {
    1: { title: 'First', minutes: 10, state: 'closed' },
    2: { title: 'Second', minutes: 12, state: 'open' },
    3: { title: 'Gone', minutes: 5, state: 'dropped' },
  },
  item: '2',
  itemSince: '2026-12-08T06:00:00Z',
};

test('where we are is told by the agenda that the reader sees', () => {
  const { number, count, left, next } = standing(AGENDA, Date.parse('2026-12-08T06:04:00Z'));
  assert.deepEqual([number, count, left, next], [2, 2, 8, undefined]);
  assert.equal(standing(AGENDA, Date.parse('2026-12-08T06:15:00Z')).left, -3);
  assert.equal(standing({ ...AGENDA, item: '9' }, 0), undefined);
});

test('lines stand in their places, and a hold that ran out holds nobody off', () => {
  const lines = {
    b: { item: '2', place: 5, text: 'b' },
    a: { item: '2', place: 3, text: 'a', held: { name: 'Chen', until: '2026-12-08T06:00:20Z' } },
    c: { place: 1, text: 'c' },
  };
  assert.deepEqual(linesOf({ lines }, '2').map(({ key }) => key), ['a', 'b']);
  assert.deepEqual(linesOf({ lines }, undefined).map(({ key }) => key), ['c']);
  assert.equal(writer(lines.a, Date.parse('2026-12-08T06:00:19Z')), 'Chen');
  assert.equal(writer(lines.a, Date.parse('2026-12-08T06:00:20Z')), undefined);
});

test('open polls come first, and what is not told has no shares', () => {
  const polls = {
    x: { state: 'closed', openedAt: '2', choices: ['a', 'b'], result: { counts: [3, 1], passed: 0 } },
    y: { state: 'open', openedAt: '1', choices: ['a', 'b'] },
  };
  assert.deepEqual(pollsOf({ polls }).map(({ key }) => key), ['y', 'x']);
  assert.equal(sharesOf(polls.y), undefined);
  assert.deepEqual(sharesOf(polls.x).map(({ share }) => share), [75, 25]);
});
