import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOf } from '../../../webroot/station/meaning.js';
import { DeviceClock } from '../../../webroot/station/reading/clock.js';
import { isRefusal } from '../../../webroot/station/reading/leaving.js';
import { isShut, isUnreachable } from '../../../webroot/station/reading/reach.js';
import { Roster } from '../../../webroot/station/roster.js';
import * as server from '../../../webroot/station/requests.js';
import { InMemory, START } from './station-shop.mjs';

const page = (status) => new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } });
const said = (status, problem = { title: 'No' }) =>
  new Response(JSON.stringify(problem), { status, headers: { 'Content-Type': 'application/problem+json' } });
const asked = async (answer) => {
  globalThis.fetch = async () => answer();
  return server.work().then(() => assert.fail('answered'), (problem) => problem);
};

const AWAY = {
  'no network': () => Promise.reject(new TypeError('No network')),
  'a proxy whose server is down': () => page(502),
  'a server that is busy': () => said(503),
  'the page of a network that wants a sign-in': () => page(200),
  'somebody else’s wall': () => page(403),
  'an answer that was cut off': () => new Response('{"work": [', { headers: { 'Content-Type': 'application/json' } }),
};

for (const [what, answer] of Object.entries(AWAY)) {
  test(`the server is not reached: ${what}`, async () => {
    const problem = await asked(answer);
    assert.equal(isUnreachable(problem), true);
    assert.equal(isShut(problem), false);
    assert.equal(isRefusal(problem), false);
  });
}

test('only the server’s own word shuts a station or refuses a report', async () => {
  assert.equal(isShut(await asked(() => said(401))), true);
  assert.equal(isRefusal(await asked(() => said(422))), true);
  assert.equal(isRefusal(await asked(() => page(413))), false);
  assert.equal(isUnreachable(await asked(() => said(429))), false);
});

test('signing in is given up like everything else', async () => {
  let signal;
  globalThis.fetch = async (path, request) => {
    ({ signal } = request);
    return page(502);
  };
  await assert.rejects(server.signIn('0042', '2468'));
  assert.ok(signal instanceof AbortSignal);
});

/** A device on which Zhang Wei signs in; `answer` is what is said from then on. */
async function zhangsDevice(answer) {
  const kept = new InMemory();
  const clock = new DeviceClock([], { now: () => START, ticks: () => 0 }, () => 'era');
  const changed = [];
  const roster = new Roster(kept, clock, () => changed.push(roster.operator?.name));
  await roster.open();
  globalThis.fetch = async () => Response.json({ operator: { id: 1, name: 'Zhang Wei' } });
  await roster.come('0042', '2468');
  await roster.leave();
  globalThis.fetch = async () => answer();
  return { kept, clock, roster, changed };
}

for (const [what, answer] of Object.entries(AWAY)) {
  test(`whoever was here lately comes by badge alone: ${what}`, async () => {
    const { roster } = await zhangsDevice(answer);
    await roster.come('0042', '');
    assert.deepEqual([roster.operator.name, roster.operator.checked], ['Zhang Wei', false]);
    await assert.rejects(roster.come('0815', ''), ({ status }) => status === 0);
  });
}

test('a wrong PIN is no missing network', async () => {
  const { roster } = await zhangsDevice(() => said(422, { title: 'No', field: 'pin' }));
  await assert.rejects(roster.come('0042', '1111'), ({ field }) => field === 'pin');
  assert.equal(roster.operator, undefined);
});

test('whoever leaves in one tab has left in the other', async () => {
  const { kept, clock, roster, changed } = await zhangsDevice(() => page(502));
  await roster.come('0042', '');
  const other = new Roster(kept, clock);
  await other.open();
  assert.equal(other.operator.name, 'Zhang Wei');
  await roster.leave();
  await other.open();
  assert.equal(other.operator, undefined);
  assert.deepEqual(changed, ['Zhang Wei', undefined, 'Zhang Wei', undefined]);
});

const work = [
  { order: 'SO-1', line: 1, operation: 'OP-10', stage: 'assembly' },
  { order: 'SO-2', line: 1, operation: 'OP-10', stage: 'assembly' },
  { order: 'SO-2', line: 2, operation: 'OP-10', stage: 'assembly' },
  { order: '123123', line: 1, operation: 'OP-10', stage: 'assembly' },
];
const away = Object.assign(new Error('Bad gateway'), { status: 502 });
const meaning = (text, problem = away) =>
  meaningOf(text, { work, ask: async () => Promise.reject(problem), knows: async (badge) => badge === '4711' });

test('what stands in the list is found while the server is down', async () => {
  assert.deepEqual(await meaning('so-1'), { kind: 'work', work: work[0] });
  assert.equal((await meaning('SO-2')).choices.length, 2);
  assert.equal((await meaning('SO-1', Object.assign(new Error('Slower'), { status: 429 }))).kind, 'work');
  assert.deepEqual(await meaning('SO-9'), { kind: 'unknown', why: 'offline' });
});

test('a number that looks like two is looked for before anybody calls it one', async () => {
  assert.equal((await meaning('123123')).work.order, '123123');
  assert.deepEqual(await meaning('AB1AB1'), { kind: 'unknown', why: 'doubled' });
  const ask = async (text) => ({ kind: 'work', work: { order: text } });
  assert.equal((await meaningOf('AB1AB1', { work, ask, knows: async () => false })).work.order, 'AB1AB1');
});

test('a badge of the house that was here lately is known without the server', async () => {
  assert.deepEqual(await meaning('4711'), { kind: 'badge', badge: '4711' });
  const { roster } = await zhangsDevice(() => page(502));
  assert.equal(await roster.knows(' 0042 '), true);
  assert.equal(await roster.knows('0043'), false);
});
