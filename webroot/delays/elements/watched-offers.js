import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import { offersOf } from '../reading/offers.js';

/** Offers of a live topic; `topic` says of which. */
export class WatchedOffers extends LightElement {
  static properties = { offers: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(this.topic, ({ page, gone }) => {
      this.offers = gone ? [] : offersOf(page);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }
}
