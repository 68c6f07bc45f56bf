import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Queue } from '../../../webroot/station/queue.js';
import { DeviceClock } from '../../../webroot/station/reading/clock.js';

const START = Date.parse('2026-12-07T06:00:00Z');
/** Nothing is heard from other tabs, and nothing happens by itself. */
const UNTIMED = { channel: { postMessage() {} }, after: () => () => {} };

/** As `KeptReports`, in memory. */
class InMemory {
  records = new Map();
  pictures = new Map();
  #seq = 0;

  async add(record, pictures) {
    const added = { ...record, seq: ++this.#seq };
    pictures.forEach((picture) => this.pictures.set(picture.hash, picture));
    this.records.set(added.seq, added);
    return added;
  }

  all = async () => [...this.records.values()];

  async change(seqs, change) {
    seqs.filter((seq) => this.records.has(seq)).forEach((seq) => this.records.set(seq, change(this.records.get(seq))));
  }

  async remove(seq, mayGo) {
    return this.records.has(seq) && mayGo(this.records.get(seq)) && this.records.delete(seq);
  }

  async takeBack(seq, mayGo, withdrawal) {
    const record = this.records.get(seq);
    if (!record || !mayGo(record)) {
      return false;
    }
    if (record.stamped) {
      this.records.set(seq, { ...record, undone: true });
      await this.add(withdrawal(record), []);
    } else {
      this.records.delete(seq);
    }
    return true;
  }

  picture = async (hash) => this.pictures.get(hash);
  pictureIsSent = async (hash, sent) => this.pictures.set(hash, { ...this.pictures.get(hash), sent });
  tidy = async () => {};
}

/** A server that takes everything once, and a device in front of it; what either does can be changed. */
function shop({ kept = new InMemory(), ...behaviour } = {}) {
  const time = { now: START, ticks: 0 };
  const clock = new DeviceClock([], { now: () => time.now, ticks: () => time.ticks }, () => crypto.randomUUID());
  const heard = new Map();
  const order = [];
  const server = {
    contact: async () => clock.compare(new Date(time.now).toISOString(), time.ticks, time.ticks),
    sendPicture: async (hash) => order.push(hash),
    send: async (reports) => {
      const outcomes = { taken: [], known: [], refused: [] };
      reports.forEach((report, index) => {
        const known = heard.has(report.id);
        assert.ok(!known || assert.deepEqual(heard.get(report.id), report) === undefined);
        heard.set(report.id, report);
        order.push(report.good ?? report.kind);
        outcomes[known ? 'known' : 'taken'].push({ index, id: report.id });
      });
      return outcomes;
    },
    ...behaviour,
  };
  const passes = (millis) => ((time.now += millis), (time.ticks += millis));
  return { kept, clock, heard, order, server, passes, time, queue: new Queue(kept, server, clock, UNTIMED) };
}

const good = (count, number = 'SO-1') => ({ kind: 'progressed', order: number, line: 1, good: count });
const states = async ({ queue }) => (await queue.all()).map(({ state }) => state);
const trouble = (status, more = {}) => Object.assign(new Error('Trouble'), { status, ...more });

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
