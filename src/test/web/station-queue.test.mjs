import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIdle } from '../../../webroot/station/updates.js';
import { good, InMemory, shop, states, trouble } from './station-shop.mjs';

test('what is tapped leaves at once, in the order in which it was tapped', async () => {
  const here = shop();
  await here.queue.add(good(1));
  await here.queue.add(good(2));
  await here.queue.flush();
  assert.deepEqual(here.order, [1, 2]);
  assert.deepEqual(await states(here), ['sent', 'sent']);
});

test('what waits is gone once it is undone; after ten seconds nothing is', async () => {
  const here = shop();
  const { seq } = await here.queue.add(good(1));
  const late = await here.queue.add(good(2));
  here.passes(9_000);
  assert.equal(await here.queue.undo(seq), true);
  here.passes(1_000);
  assert.equal(await here.queue.undo(late.seq), false);
  await here.queue.flush();
  assert.deepEqual(here.order, [2]);
});

test('what has left is followed by a report that it did not happen, once', async () => {
  const here = shop();
  const { seq, report } = await here.queue.add(good(3));
  await here.queue.flush();
  here.passes(9_000);
  assert.equal(await here.queue.undo(seq), true);
  assert.equal(await here.queue.undo(seq), false);
  await here.queue.flush();
  assert.deepEqual(here.order, [3, 'withdrawn']);
  const [, withdrawal] = [...here.heard.values()];
  assert.equal(withdrawal.corrects, report.id);
  assert.deepEqual([withdrawal.order, withdrawal.line, withdrawal.good], ['SO-1', 1, undefined]);
  assert.equal(await here.queue.undo(2), false);
});

test('pictures go before the report that names them', async () => {
  const here = shop();
  await here.queue.add(good(1), [{ hash: 'a'.repeat(64), file: 'bytes' }]);
  here.passes(10_000);
  await here.queue.flush();
  assert.deepEqual(here.order, ['a'.repeat(64), 1]);
  assert.deepEqual([...here.heard.values()][0].evidence, ['a'.repeat(64)]);
});

test('an answer that got lost is asked for again in the same words, and counts once', async () => {
  const here = shop();
  const { send } = here.server;
  await here.queue.add(good(1));
  here.passes(10_000);
  here.server.send = async (reports) => {
    await send(reports);
    throw trouble(0);
  };
  await here.queue.flush();
  assert.deepEqual(await states(here), ['waiting']);
  here.passes(60_000);
  here.server.send = send;
  await here.queue.flush();
  assert.deepEqual(await states(here), ['sent']);
  assert.equal(here.heard.size, 1);
});

test('another tab, or the same after a crash, goes on with what is kept', async () => {
  const kept = new InMemory();
  const before = shop({ kept });
  await before.queue.add(good(1));
  const after = shop({ kept });
  after.passes(20_000);
  await after.queue.flush();
  assert.deepEqual(after.order, [1]);
  assert.deepEqual(await states(before), ['sent']);
});

test('what the server refuses stays until somebody acts, and holds up nothing', async () => {
  const here = shop();
  const { send } = here.server;
  const { seq } = await here.queue.add(good(1));
  await here.queue.add(good(2));
  here.passes(10_000);
  here.server.send = async ([first, second]) => ({
    taken: [{ index: 1, id: second.id }],
    known: [],
    refused: [{ index: 0, id: first.id, field: 'good', reason: 'More than there are' }],
  });
  await here.queue.flush();
  assert.deepEqual(await states(here), ['refused', 'sent']);
  assert.equal((await here.queue.all())[0].problem.message, 'More than there are');
  here.server.send = send;
  await here.queue.again(seq, { good: 3 });
  await here.queue.flush();
  assert.deepEqual(await states(here), ['sent', 'sent']);
  assert.equal([...here.heard.values()].at(-1).good, 3);
});

test('one that cannot be read at all does not hold up the others', async () => {
  const here = shop();
  const { send } = here.server;
  await here.queue.add(good('x'));
  await here.queue.add(good(2));
  here.passes(10_000);
  here.server.send = async (reports) => {
    if (reports.some((report) => report.good === 'x')) {
      throw trouble(422, { field: 'good' });
    }
    return send(reports);
  };
  await here.queue.flush();
  assert.deepEqual(await states(here), ['refused', 'sent']);
});

for (const answer of [undefined, {}, { taken: [], known: [], refused: [] }, { taken: [{ index: 0, id: 'other' }] }]) {
  test(`an answer that says nothing of it is none: ${JSON.stringify(answer)}`, async () => {
    const here = shop({ send: async () => answer });
    await here.queue.add(good(1));
    here.passes(10_000);
    await here.queue.flush();
    assert.deepEqual(await states(here), ['waiting']);
  });
}

test('a station that was withdrawn says so, and keeps what it has', async () => {
  const here = shop({ contact: async () => Promise.reject(trouble(401)) });
  let shut = false;
  here.queue.addEventListener('shut', () => (shut = true));
  await here.queue.add(good(1));
  here.passes(10_000);
  await here.queue.flush();
  assert.equal(shut, true);
  assert.deepEqual(await states(here), ['waiting']);
});

test('pictures that the server has lost are sent anew, once', async () => {
  const here = shop();
  const refused = (field) => async ([{ id }]) => ({
    taken: [],
    known: [],
    refused: [{ index: 0, id, field, reason: 'Is not there' }],
  });
  here.server.send = refused('evidence');
  await here.queue.add(good(1), [{ hash: 'b', file: 'bytes' }]);
  here.passes(10_000);
  await here.queue.flush();
  assert.deepEqual(here.order, ['b', 'b']);
  assert.deepEqual(await states(here), ['refused']);
});

test('a wrong clock is put right, and what it said itself is kept beside it', async () => {
  const here = shop();
  here.server.contact = async () =>
    here.clock.compare(new Date(here.time.now - 7_200_000).toISOString(), here.time.ticks, here.time.ticks);
  await here.queue.add(good(1));
  here.passes(10_000);
  await here.queue.flush();
  const [said] = here.heard.values();
  assert.equal(said.deviceAt, '2026-12-07T06:00:00.000Z');
  assert.equal(said.happenedAt, '2026-12-07T04:00:00.000Z');
});

test('a report that was undone before it was refused is gone, with what was to take it back', async () => {
  const here = shop();
  const { send } = here.server;
  const { seq } = await here.queue.add(good(5));
  here.server.send = async ([{ id }]) => {
    await here.queue.undo(seq);
    return { taken: [], known: [], refused: [{ index: 0, id, field: 'good', reason: 'More than there are' }] };
  };
  await here.queue.flush();
  here.server.send = send;
  await here.queue.flush();
  assert.deepEqual(await here.queue.all(), []);
  assert.deepEqual(here.order, []);
});

test('what was tapped at another station leaves only if somebody says so', async () => {
  const here = shop();
  const at = (id) => ({ station: { id, name: `Station ${id}` } });
  const { seq } = await here.queue.add(good(1), [], at(3));
  await here.queue.add(good(2), [], at(7));
  await here.queue.add(good(3, 'SO-2'), [], at(7));
  const thrown = await here.queue.add(good(4, 'SO-3'), [], at(3));
  await here.queue.flush();
  assert.deepEqual(here.order, [3]);
  await here.queue.discard(2);
  await here.queue.discard(thrown.seq);
  await here.queue.adopt(seq);
  await here.queue.flush();
  assert.deepEqual(here.order, [3, 1, 2]);
  assert.equal((await here.queue.all()).length, 3);
});

test('nothing leaves a device that is no station', async () => {
  const here = shop();
  here.kept.things.station = undefined;
  await here.queue.add(good(1), [{ hash: 'a', file: new Blob(['bytes']) }]);
  await here.queue.add(good(2, 'SO-2'));
  await here.queue.flush();
  assert.deepEqual(here.order, []);
});

test('what was decided too late changes nothing', async () => {
  const here = shop();
  const { seq } = await here.queue.add(good(1));
  await here.queue.flush();
  await here.queue.again(seq, { good: 9 });
  await here.queue.flush();
  assert.deepEqual(here.order, [1]);
});

test('a page renews itself only while nothing is under way, on its way to the disk neither', async () => {
  const page = { opened: null };
  globalThis.document = { querySelector: () => page.opened };
  const here = shop();
  const { station } = here.kept.things;
  const idle = async () => isIdle({ records: await here.queue.all(), station, queue: here.queue });
  assert.equal(await idle(), true);
  let written;
  const { add } = here.kept;
  here.kept.add = async (record, pictures) => {
    await new Promise((resolve) => (written = resolve));
    return add.call(here.kept, record, pictures);
  };
  const adding = here.queue.add(good(1));
  assert.equal(await idle(), false);
  written();
  await adding;
  assert.equal(await idle(), false);
  await here.queue.flush();
  assert.equal(await idle(), true);
  page.opened = {};
  assert.equal(await idle(), false);
});
