import { EventStreams } from './event-streams.js';
import { merge } from './mergepatch.js';

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 4_000;
const OPENS_WITHIN_MILLIS = 4_000;
// The server says something every 20 s, if only that it is there.
const SILENCE_MILLIS = 30_000;
const RECONNECTING_AFTER_MILLIS = 2_000;
const OFFLINE_AFTER_MILLIS = 10_000;
const SOCKETS_TRIED = 3;

/**
 * One WebSocket for all that a page watches; where sockets never open, streams of events instead,
 * every other try. It remembers the newest cursor of every topic, so that after a break it is sent
 * what it missed and no more. Raises `state` when `state` changes: connecting, live, reconnecting
 * or offline; and `renewed` when what it missed was no longer there and a whole page came instead.
 */
export class Connection extends EventTarget {
  #url;
  #environment;
  #topics = new Map();
  #socket;
  #timers = {};
  #attempt = 0;
  #tries = 0;
  #socketsWork = false;
  #closed = false;
  #behind = false;

  /** `connecting` until first connected; then `live`, `reconnecting`, `offline`. */
  state = 'connecting';
  /** When the server last said anything, in epoch milliseconds. */
  saidAt;

  constructor(url, environment = globalThis) {
    super();
    this.#url = url;
    this.#environment = environment;
    environment.addEventListener?.('online', this.#hurry);
    environment.addEventListener?.('offline', this.#lose);
    environment.document?.addEventListener('visibilitychange', this.#hurry);
  }

  /** The moment for which what it brought is true: this one while it is live, else when it was last heard. */
  get upTo() {
    return this.state === 'live' ? this.#environment.Date.now() : this.saidAt;
  }

  /**
   * Calls `show({page})` with the whole page whenever it changed and `show({gone})` when there is
   * nothing to watch any more. A page that is there already is shown at once, and goes on from its
   * cursor. Returns how to stop.
   */
  watch(topic, show, { page, cursor } = {}) {
    this.#topics.set(topic, { show, page, cursor });
    if (page) {
      this.saidAt ??= this.#environment.Date.now(); // It came with the document, a moment ago.
      show({ page });
    }
    if (this.#isOpen()) {
      this.#ask(topic);
    } else {
      this.#connect();
    }
    return () => this.#unwatch(topic);
  }

  close() {
    this.#closed = true;
    this.#environment.removeEventListener?.('online', this.#hurry);
    this.#environment.removeEventListener?.('offline', this.#lose);
    this.#environment.document?.removeEventListener('visibilitychange', this.#hurry);
    Object.keys(this.#timers).forEach((name) => this.#stop(name));
    this.#drop();
  }

  #unwatch(topic) {
    if (this.#topics.delete(topic) && this.#isOpen()) {
      this.#socket.send(JSON.stringify({ unwatch: topic }));
    }
  }

  #isOpen() {
    return this.#socket?.readyState === 1;
  }

  #connect() {
    if (this.#closed || this.#socket) {
      return;
    }
    this.#stop('retry');
    this.#countTheBreak();
    const socket = this.#transport();
    this.#socket = socket;
    const current = (act) => (event) => this.#socket === socket && act(event);
    socket.onopen = current(() => this.#opened());
    socket.onmessage = current((event) => this.#heard(event.data));
    socket.onclose = current(this.#lose);
    this.#start('silence', OPENS_WITHIN_MILLIS, this.#lose);
  }

  /** A socket, unless none has ever opened here: some networks let none through. */
  #transport() {
    this.#tries++;
    const streams = !this.#socketsWork && this.#tries > SOCKETS_TRIED && this.#tries % 2 === 0;
    return streams && this.#environment.EventSource
      ? new EventStreams(
          this.#url.replace(/^ws(.*)\/live/, 'http$1/live/events'),
          [...this.#topics.keys()].map((topic) => this.#asking(topic)),
          this.#environment,
        )
      : new this.#environment.WebSocket(this.#url);
  }

  #opened() {
    this.#socketsWork ||= !(this.#socket instanceof EventStreams);
    this.#attempt = 0;
    this.#start('silence', SILENCE_MILLIS, this.#lose);
    this.#isLive();
    for (const topic of this.#topics.keys()) {
      this.#ask(topic);
    }
  }

  #isLive() {
    this.#behind = false;
    this.#stop('reconnecting');
    this.#stop('offline');
    this.#become('live');
  }

  /** The server is there and cannot see what happens: what it says meanwhile makes nothing newer. */
  #fallBehind() {
    this.#behind = true;
    this.#become('reconnecting');
    this.#startOnce('offline', OFFLINE_AFTER_MILLIS - RECONNECTING_AFTER_MILLIS, () => this.#become('offline'));
  }

  #ask(topic) {
    this.#socket.send(JSON.stringify(this.#asking(topic)));
  }

  #asking(topic) {
    const since = this.#topics.get(topic).cursor;
    return since === undefined ? { watch: topic } : { watch: topic, since };
  }

  #heard(text) {
    const message = JSON.parse(text);
    if ('live' in message) {
      message.live ? this.#isLive() : this.#fallBehind();
    }
    if (!this.#behind) {
      this.saidAt = this.#environment.Date.now();
    }
    this.#start('silence', SILENCE_MILLIS, this.#lose);
    if (message.reconnect) {
      this.#moveOn();
      return;
    }
    const watched = this.#topics.get(message.topic);
    if (!watched) {
      return;
    }
    if (message.gone) {
      this.#topics.delete(message.topic);
      watched.show({ gone: message.gone });
      return;
    }
    const isFirst = !watched.heard;
    watched.heard = true;
    if (message.cursor !== undefined) {
      watched.cursor = message.cursor;
    }
    if (message.page) {
      watched.page = message.page;
      message.resumed === false && !isFirst && this.dispatchEvent(new Event('renewed'));
    } else if (message.patch) {
      watched.page = merge(watched.page, message.patch);
    } else {
      return;
    }
    watched.show({ page: watched.page });
  }

  /** The server goes down and sent us away, at a moment of our own: another one may be there. */
  #moveOn() {
    this.#drop();
    this.#attempt = 0;
    this.#connect();
  }

  /** The connection is gone, or as good as gone: let go of it and try again after a while. */
  #lose = () => {
    this.#drop();
    this.#stop('silence');
    if (this.#closed || this.#topics.size === 0) {
      return;
    }
    this.#countTheBreak();
    const longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.#attempt++);
    this.#start('retry', longest * (0.5 + Math.random() / 2), () => this.#connect());
  };

  /** The network is back, or somebody looks again: do not wait for the next try. */
  #hurry = () => {
    if (this.#environment.document?.visibilityState !== 'hidden' && this.#topics.size > 0) {
      this.#attempt = 0;
      if (this.#environment.Date.now() - this.saidAt > SILENCE_MILLIS) {
        this.#drop(); // A machine that slept did not count the silence.
      }
      this.#connect();
    }
  };

  /** Says so only when a break lasts: most are over before anyone has to know. */
  #countTheBreak() {
    if (this.state === 'live') {
      this.#startOnce('reconnecting', RECONNECTING_AFTER_MILLIS, () => this.#become('reconnecting'));
    }
    if (this.state !== 'offline') {
      this.#startOnce('offline', OFFLINE_AFTER_MILLIS, () => this.#become('offline'));
    }
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #become(state) {
    if (this.state !== state) {
      this.state = state;
      this.dispatchEvent(new Event('state'));
    }
  }

  #startOnce(name, millis, act) {
    if (!(name in this.#timers)) {
      this.#start(name, millis, act);
    }
  }

  #start(name, millis, act) {
    this.#stop(name);
    this.#timers[name] = this.#environment.setTimeout(() => {
      delete this.#timers[name];
      act();
    }, millis);
  }

  #stop(name) {
    this.#environment.clearTimeout(this.#timers[name]);
    delete this.#timers[name];
  }
}
