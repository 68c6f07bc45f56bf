import { refusal } from '../reading/refusals.js';
import { whenMoved } from '../live/moved.js';

const REST_MILLIS = 2000;

/**
 * The first few of a list of which another page shows all: asked for, and asked for again, at most every two seconds,
 * when one of them moves (`topics` says what to watch of them) or `reload` is called.
 */
export class ShortList {
  items;
  problem;

  #host;
  #fetch;
  #topics;
  #stop = () => {};
  #watched = '';
  #timer;

  constructor(host, fetch, topics = () => []) {
    this.#host = host;
    this.#fetch = fetch;
    this.#topics = topics;
    host.addController(this);
  }

  hostConnected() {
    this.#load();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#watch([]);
  }

  reload = () => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#load();
    }, REST_MILLIS);
  };

  async #load() {
    try {
      this.items = await this.#fetch();
      this.problem = undefined;
      this.#host.isConnected && this.#watch(this.#topics(this.items));
    } catch (problem) {
      this.problem = refusal(problem); // What was shown before stays: it is older, and not wrong.
    }
    this.#host.requestUpdate();
  }

  #watch(topics) {
    if (topics.join(' ') !== this.#watched) {
      this.#stop();
      this.#watched = topics.join(' ');
      this.#stop = whenMoved(topics, this.reload);
    }
  }
}
