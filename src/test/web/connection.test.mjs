import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Connection } from '../../../webroot/base/live/connection.js';

/** A browser that connects to nothing: the test plays the server. */
class Browser extends EventTarget {
  sockets = [];
  document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  now = 1_000_000;
  timers = new Map();
  Date = { now: () => this.now };

  constructor() {
    super();
    const { sockets } = this;
    this.WebSocket = class {
      readyState = 0;
      sent = [];

      constructor() {
        sockets.push(this);
      }

      send(text) {
        this.sent.push(JSON.parse(text));
      }

      close() {
        this.readyState = 3;
      }

      accept() {
        this.readyState = 1;
        this.onopen();
      }

      say(message) {
        this.onmessage({ data: JSON.stringify(message) });
      }

      break() {
        this.readyState = 3;
        this.onclose();
      }
    };
  }

  setTimeout(act, millis) {
    const id = Symbol('timer');
    this.timers.set(id, { act, at: this.now + millis });
    return id;
  }

  clearTimeout(id) {
    this.timers.delete(id);
  }

  /** Lets time pass, and what was to happen in it. */
  pass(millis) {
    const end = this.now + millis;
    for (let due; (due = this.#due(end)); ) {
      const [id, { act, at }] = due;
      this.timers.delete(id);
      this.now = at;
      act();
    }
    this.now = end;
  }

  #due(end) {
    return [...this.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
  }

  get socket() {
    return this.sockets.at(-1);
  }
}

let browser;
let connection;
let shown;
let states;

beforeEach(() => {
  browser = new Browser();
  connection = new Connection('ws://plant/live', browser);
  shown = [];
  states = [];
  connection.addEventListener('state', () => states.push(connection.state));
});

afterEach(() => connection.close());

const watch = (topic) => connection.watch(topic, (what) => shown.push(what));

function live(topic = 'orders') {
  watch(topic);
  browser.socket.accept();
  browser.socket.say({ topic, cursor: '17', page: { through: 1, held: true } });
}

test('a page and its patches are shown as whole pages', () => {
  live();
  browser.socket.say({ topic: 'orders', cursor: '18', patch: { through: 2, held: null } });

  assert.deepEqual(shown, [{ page: { through: 1, held: true } }, { page: { through: 2 } }]);
  assert.equal(connection.state, 'live');
});

test('a page that is there already is shown at once, and goes on from its cursor', () => {
  connection.watch('orders', (what) => shown.push(what), { page: { through: 1 }, cursor: '17' });
  assert.deepEqual(shown, [{ page: { through: 1 } }]);
  assert.equal(connection.state, 'connecting');

  browser.socket.accept();
  assert.deepEqual(browser.socket.sent, [{ watch: 'orders', since: '17' }]);
  browser.socket.say({ topic: 'orders', cursor: '18', patch: { through: 2 } });
  assert.deepEqual(shown.at(-1), { page: { through: 2 } });
});

test('a page that came with the HTML and is too old is replaced without a word about a break', () => {
  let renewed = 0;
  connection.addEventListener('renewed', () => renewed++);
  connection.watch('orders', (what) => shown.push(what), { page: { through: 1 }, cursor: '17' });
  browser.socket.accept();
  browser.socket.say({ topic: 'orders', cursor: '90', resumed: false, page: { through: 9 } });
  assert.equal(renewed, 0);

  browser.socket.say({ topic: 'orders', cursor: '99', resumed: false, page: { through: 10 } });
  assert.equal(renewed, 1);
});

test('after a break it asks for what came after its newest cursor', () => {
  live();
  browser.socket.say({ topic: 'orders', cursor: '18', patch: { through: 2 } });
  browser.socket.break();
  browser.pass(300);
  browser.socket.accept();

  assert.deepEqual(browser.socket.sent, [{ watch: 'orders', since: '18' }]);
  browser.socket.say({ topic: 'orders', cursor: '19', patch: { through: 3 } });
  assert.deepEqual(shown.at(-1), { page: { through: 3, held: true } });
});

test('where what it missed is no longer there, it says that a whole page came instead', () => {
  live();
  let renewed = 0;
  connection.addEventListener('renewed', () => renewed++);
  browser.socket.break();
  browser.pass(300);
  browser.socket.accept();
  browser.socket.say({ topic: 'orders', cursor: '90', resumed: false, page: { through: 9 } });

  assert.equal(renewed, 1);
  assert.deepEqual(shown.at(-1), { page: { through: 9 } });
});

test('sent away by a server that goes down, it connects anew at once and stays live', () => {
  live();
  const before = browser.socket;
  browser.socket.say({ reconnect: true });

  assert.equal(before.readyState, 3);
  assert.notEqual(browser.socket, before);
  assert.equal(connection.state, 'live');
  browser.socket.accept();
  assert.equal(connection.state, 'live');
  assert.equal(browser.socket.sent.length, 1);
  assert.ok(browser.socket.sent[0].since);
});

test('a cursor alone says that nothing is new', () => {
  live();
  browser.socket.say({ topic: 'orders', cursor: '20' });
  browser.socket.break();
  browser.pass(300);
  browser.socket.accept();

  assert.equal(shown.length, 1);
  assert.deepEqual(browser.socket.sent, [{ watch: 'orders', since: '20' }]);
});

test('a short break is not worth a word, a longer one is, and then it is offline', () => {
  live();
  browser.socket.break();
  browser.pass(1_900);
  assert.deepEqual(states, ['live']);
  browser.pass(200);
  assert.deepEqual(states, ['live', 'reconnecting']);
  for (let second = 0; second < 10; second++) {
    browser.pass(1_000);
    browser.socket.readyState < 3 && browser.socket.break();
  }
  assert.deepEqual(states, ['live', 'reconnecting', 'offline']);
});

test('tries grow apart up to four seconds, so that nobody waits longer once the server is back', () => {
  live();
  for (let tries = 0; tries < 12; tries++) {
    browser.socket.break();
    browser.pass(4_000);
  }
  const before = browser.sockets.length;
  browser.socket.break();
  browser.pass(1_900);
  assert.equal(browser.sockets.length, before);
  browser.pass(2_200);
  assert.equal(browser.sockets.length, before + 1);
});

test('30 seconds of silence are a dead connection, and a ping is no silence', () => {
  live();
  browser.pass(20_000);
  browser.socket.say({ ping: 1 });
  browser.pass(29_000);
  assert.equal(browser.sockets.length, 1);
  browser.pass(1_500);
  assert.equal(browser.sockets.length, 2);
});

test('a socket that neither opens nor fails is given up', () => {
  watch('orders');
  browser.pass(3_900);
  assert.equal(browser.sockets.length, 1);
  browser.pass(500);
  assert.equal(browser.sockets.length, 2);
});

test('a server that says that it cannot see what happens is believed', () => {
  live();
  const { saidAt } = connection;
  browser.pass(1_000);
  browser.socket.say({ live: false });
  assert.deepEqual(states, ['live', 'reconnecting']);
  browser.pass(7_900);
  browser.socket.say({ ping: 1 });
  browser.pass(200);
  assert.deepEqual(states, ['live', 'reconnecting', 'offline']);
  assert.equal(connection.saidAt, saidAt);

  browser.socket.say({ live: true });
  assert.equal(connection.state, 'live');
  assert.equal(connection.saidAt, browser.now);
  assert.equal(browser.sockets.length, 1);
});

test('it does not wait when the network is back or somebody looks again', () => {
  live();
  for (const wake of [() => browser.dispatchEvent(new Event('online')), look]) {
    browser.socket.break();
    const before = browser.sockets.length;
    wake();
    assert.equal(browser.sockets.length, before + 1);
  }
});

test('a machine that slept does not trust the socket it finds', () => {
  live();
  const asleep = browser.socket;
  browser.now += 60_000; // No timer ran meanwhile.
  look();

  assert.notEqual(browser.socket, asleep);
});

test('what is gone is not asked for again', () => {
  live('orders/SO-1');
  browser.socket.say({ topic: 'orders/SO-1', gone: 'revoked' });
  browser.socket.break();
  browser.pass(20_000);

  assert.deepEqual(shown.at(-1), { gone: 'revoked' });
  assert.equal(browser.sockets.length, 1);
});

test('what is no longer watched is said so', () => {
  const stop = watch('orders');
  browser.socket.accept();
  stop();

  assert.deepEqual(browser.socket.sent, [{ watch: 'orders' }, { unwatch: 'orders' }]);
});

test('a socket that was let go cannot speak any more', () => {
  live();
  const old = browser.socket;
  old.break();
  browser.pass(300);
  old.onmessage({ data: JSON.stringify({ topic: 'orders', cursor: '99', page: {} }) });

  assert.equal(shown.length, 1);
});

function look() {
  browser.document.dispatchEvent(new Event('visibilitychange'));
}

test('where sockets never open, streams of events carry the page', () => {
  const streams = [];
  browser.EventSource = class {
    constructor(url) {
      this.url = url;
      streams.push(this);
    }

    close() {}
  };
  const shown = [];
  connection.watch('orders/SO-1', ({ page }) => shown.push(page));
  for (let tries = 0; tries < 3; tries++) {
    browser.socket.break();
    browser.pass(1_050);
  }
  assert.equal(streams.length, 1);
  assert.match(streams[0].url, /\/live\/events\?watch=orders%2FSO-1$/);
  streams[0].onopen();
  streams[0].onmessage({ data: '{"topic":"orders/SO-1","cursor":"4","page":{"number":"SO-1"}}' });
  assert.equal(connection.state, 'live');
  assert.deepEqual(shown, [{ number: 'SO-1' }]);
});

test('a page whose socket once opened never gives up on sockets', () => {
  browser.EventSource = class {
    constructor() {
      assert.fail('an event stream was opened');
    }
  };
  connection.watch('orders/SO-1', () => {});
  browser.socket.accept();
  for (let tries = 0; tries < 8; tries++) {
    browser.socket.break();
    browser.pass(20_000);
  }
  assert.ok(browser.sockets.length > 6);
});
