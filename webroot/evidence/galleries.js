import { goLive } from '../base/start.js';

const known = new Map();

/** What was seen of an order, live, for all places of its page; one watch, however many places there are. */
class OrderGallery extends EventTarget {
  rows = [];
  asked = [];

  constructor(order) {
    super();
    this.order = order;
    goLive().watch(`evidence/order/${order}`, ({ page, gone }) => {
      this.rows = gone ? [] : Object.entries(page.rows ?? {}).map(([key, row]) => ({ key, ...row }));
      this.asked = gone ? [] : Object.values(page.asked ?? {});
      this.dispatchEvent(new Event('change'));
    });
  }
}

export function galleryOf(order) {
  known.has(order) || known.set(order, new OrderGallery(order));
  return known.get(order);
}

/** Draws its element again whenever something was seen of the order that it names. */
export class FollowingGallery {
  #host;
  #gallery;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get gallery() {
    return this.#gallery;
  }

  hostUpdate() {
    const wanted = this.#host.order ? galleryOf(this.#host.order) : undefined;
    if (wanted !== this.#gallery) {
      this.hostDisconnected();
      this.#gallery = wanted;
      this.hostConnected();
    }
  }

  hostConnected() {
    this.#gallery?.addEventListener('change', this.#draw);
  }

  hostDisconnected() {
    this.#gallery?.removeEventListener('change', this.#draw);
  }

  #draw = () => this.#host.requestUpdate();
}
