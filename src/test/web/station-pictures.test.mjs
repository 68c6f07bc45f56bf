import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueState } from '../../../webroot/station/reading/leaving.js';
import { sendPicture } from '../../../webroot/station/requests.js';
import { good, shop, states, trouble } from './station-shop.mjs';

const picture = (hash, bytes = 4) => ({ hash, file: new Blob([new Uint8Array(bytes)]) });
const looks = async ({ queue, kept }) => (await queue.all()).map((one) => queueState(one, kept.things.station));
/** Pictures of this name do not get through. */
const failing = (here, name, problem) => {
  const { sendPicture: send } = here.server;
  here.server.sendPicture = async (hash) => (hash === name ? Promise.reject(problem) : send(hash));
  return () => (here.server.sendPicture = send);
};
const tries = async (here, count) => {
  for (let tried = 0; tried < count; tried++) {
    await here.queue.flush();
    here.passes(61_000);
  }
};

test('what needs no picture goes before any picture', async () => {
  const here = shop();
  await here.queue.add(good(1), [picture('a')]);
  await here.queue.add(good(2, 'SO-2'));
  await here.queue.flush();
  assert.deepEqual(here.order, [2, 'a', 1]);
});

test('a picture that does not get through holds up its own line alone', async () => {
  const here = shop();
  failing(here, 'slow', trouble(0));
  await here.queue.add(good(1), [picture('slow')]);
  await here.queue.add(good(2));
  await here.queue.add(good(3, 'SO-2'));
  await here.queue.add(good(4, 'SO-3'), [picture('quick')]);
  await here.queue.flush();
  assert.deepEqual(here.order, [3, 'quick', 4]);
  assert.deepEqual(await states(here), ['waiting', 'waiting', 'sent', 'sent']);
});

test('while a picture is on its way, what is tapped elsewhere leaves', async () => {
  const here = shop();
  let arrived;
  here.server.sendPicture = () => new Promise((resolve) => (arrived = resolve));
  await here.queue.add(good(1), [picture('a')]);
  const flushed = here.queue.flush();
  await new Promise((resolve) => setTimeout(resolve));
  await here.queue.add(good(2, 'SO-2'));
  here.queue.flush();
  while (here.order.length === 0) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.deepEqual(here.order, [2]);
  arrived();
  await flushed;
  assert.deepEqual(here.order, [2, 1]);
});

test('photos do not wait for a large file', async () => {
  const here = shop();
  const { sendPicture: send } = here.server;
  let arrived;
  const way = new Promise((resolve) => (arrived = resolve));
  here.server.sendPicture = async (hash) => {
    hash === 'clip' && (await way);
    await send(hash);
  };
  await here.queue.add(good(1), [picture('clip', 2_000_001)]);
  await here.queue.add(good(2, 'SO-2'), [picture('photo')]);
  const flushed = here.queue.flush();
  while (here.order.length < 2) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  arrived();
  await flushed;
  assert.deepEqual(here.order, ['photo', 2, 'clip', 1]);
});

test('after a few tries it is shown as stuck, and goes on being tried', async () => {
  const here = shop();
  const mend = failing(here, 'slow', trouble(0));
  await here.queue.add(good(1), [picture('slow')]);
  await tries(here, 2);
  assert.deepEqual(await looks(here), ['waiting']);
  await tries(here, 1);
  assert.deepEqual(await looks(here), ['stuck']);
  mend();
  here.passes(900_000);
  await here.queue.flush();
  assert.deepEqual(await looks(here), ['sent']);
});

test('without a network no picture is to blame', async () => {
  const here = shop();
  failing(here, 'a', trouble(0));
  const { contact } = here.server;
  await here.queue.add(good(1), [picture('a')]);
  here.server.contact = async () => Promise.reject(trouble(0));
  await tries(here, 5);
  assert.deepEqual(await looks(here), ['waiting']);
  assert.equal(here.queue.unreachable, true);
  here.server.contact = contact;
});

test('where the house has no more room, each picture is stuck at once and none is sent in vain', async () => {
  const here = shop();
  let sent = 0;
  here.server.sendPicture = async () => {
    sent++;
    throw trouble(503, { retryAfterSeconds: 3_600, message: 'No more room' });
  };
  await here.queue.add(good(1), [picture('a')]);
  await here.queue.add(good(2, 'SO-2'), [picture('b')]);
  await here.queue.flush();
  await tries(here, 3);
  assert.equal(sent, 1);
  assert.deepEqual(await looks(here), ['stuck', 'stuck']);
  assert.equal((await here.queue.all())[0].hindered.problem.message, 'No more room');
});

test('a server that asks for a slower pace makes no picture stuck', async () => {
  const here = shop();
  failing(here, 'a', trouble(429, { retryAfterSeconds: 20 }));
  await here.queue.add(good(1), [picture('a')]);
  await tries(here, 5);
  assert.deepEqual(await looks(here), ['waiting']);
});

/** Three reports of a line, of which the first is stuck. */
async function stuck() {
  const here = shop();
  here.mend = failing(here, 'slow', trouble(0));
  const { seq } = await here.queue.add(good(1), [picture('slow')]);
  await here.queue.add(good(2));
  await here.queue.discard(seq);
  assert.equal((await here.queue.all()).length, 2);
  await tries(here, 3);
  return { ...here, seq };
}

test('what is stuck can be sent without its picture, in its place', async () => {
  const here = await stuck();
  await here.queue.without(here.seq);
  await here.queue.flush();
  assert.deepEqual(here.order, [1, 2]);
  assert.equal([...here.heard.values()][0].evidence, undefined);
});

test('what is stuck can be discarded, and the line goes on', async () => {
  const here = await stuck();
  await here.queue.discard(here.seq);
  await here.queue.flush();
  assert.deepEqual(here.order, [2]);
});

test('what is stuck can be tried again at once', async () => {
  const here = await stuck();
  here.mend();
  await here.queue.again(here.seq);
  await here.queue.flush();
  assert.deepEqual(here.order, ['slow', 1, 2]);
});

test('a picture that the server refuses is refused with its report, and holds up nothing', async () => {
  const here = shop();
  failing(here, 'bad', trouble(422, { message: 'No picture' }));
  const { seq } = await here.queue.add(good(1), [picture('bad')]);
  await here.queue.add(good(2));
  await here.queue.flush();
  assert.deepEqual(here.order, [2]);
  assert.deepEqual(await states(here), ['refused', 'sent']);
  await here.queue.without(seq);
  await here.queue.flush();
  assert.deepEqual(here.order, [2, 1]);
});

test('each time that somebody wants it sent again, pictures that the server has lost are sent anew', async () => {
  const here = shop();
  const { send } = here.server;
  here.server.send = async ([{ id }]) => ({
    taken: [],
    known: [],
    refused: [{ index: 0, id, field: 'evidence', reason: 'Is not there' }],
  });
  const { seq } = await here.queue.add(good(1), [picture('b')]);
  await here.queue.flush();
  assert.deepEqual(here.order, ['b', 'b']);
  let refusals = 0;
  const refuse = here.server.send;
  here.server.send = async (reports) => (refusals++ === 0 ? refuse(reports) : send(reports));
  await here.queue.again(seq);
  await here.queue.flush();
  assert.deepEqual(here.order, ['b', 'b', 'b', 1]);
});

const HASH = 'a'.repeat(64);
const json = { 'Content-Type': 'application/json' };

for (const [what, answer] of [
  ['a page of whoever is on the way', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
  ['an answer about another file', () => Response.json({ sha256: 'b'.repeat(64) })],
  ['nothing at all', () => new Response('', { headers: json })],
]) {
  test(`a picture is there only by the server’s own word, not by ${what}`, async () => {
    globalThis.fetch = async () => answer();
    await assert.rejects(sendPicture(HASH, new Blob(['bytes'])), ({ status }) => status === 0);
  });
}

test('a picture is there once the server names it', async () => {
  globalThis.fetch = async () => Response.json({ sha256: HASH }, { status: 201 });
  await sendPicture(HASH, new Blob(['bytes']));
});
