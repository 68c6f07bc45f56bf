import { goLive } from '../base/start.js';

const known = new Map();

/** What was said of an order so far, live, for all places of its page; one watch, however many places there are. */
class OrderVoices extends EventTarget {
  rows = [];
  maySpeak = false;

  constructor(order) {
    super();
    goLive().watch(`voices/order/${order}`, ({ page, gone }) => {
      this.rows = gone ? [] : Object.values(page.voices ?? {});
      this.maySpeak = !gone && page.maySpeak === true;
      this.dispatchEvent(new Event('change'));
    });
  }
}

export function voicesOf(order) {
  known.has(order) || known.set(order, new OrderVoices(order));
  return known.get(order);
}

/** Draws its element again whenever something was said of the order that it names. */
export class FollowingOrder {
  #host;
  #voices;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get voices() {
    return this.#voices;
  }

  hostUpdate() {
    const wanted = this.#host.order ? voicesOf(this.#host.order) : undefined;
    if (wanted !== this.#voices) {
      this.hostDisconnected();
      this.#voices = wanted;
      this.hostConnected();
    }
  }

  hostConnected() {
    this.#voices?.addEventListener('change', this.#draw);
  }

  hostDisconnected() {
    this.#voices?.removeEventListener('change', this.#draw);
  }

  #draw = () => this.#host.requestUpdate();
}
