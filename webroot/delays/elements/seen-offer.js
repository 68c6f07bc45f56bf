import { LightElement } from '../../base/elements/light-element.js';

const SEEN = 0.5;
/** Nobody reads in less. */
const A_MOMENT_MILLIS = 1_000;

/** Says once that the offer behind it was before somebody's eyes for a moment; draws nothing. */
class SeenOffer extends LightElement {
  static properties = { read: { attribute: false } };

  #watching;
  #timer;

  async firstUpdated() {
    const card = this.nextElementSibling;
    await card.updateComplete;
    this.#watching = new IntersectionObserver(
      (seen) => {
        clearTimeout(this.#timer);
        this.#timer = seen.at(-1).isIntersecting ? setTimeout(this.#tell, A_MOMENT_MILLIS) : undefined;
      },
      { threshold: SEEN },
    );
    this.#watching.observe(card.querySelector('header'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#lookAway();
  }

  #lookAway() {
    clearTimeout(this.#timer);
    this.#watching?.disconnect();
  }

  #tell = async () => {
    this.#lookAway();
    try {
      await this.read();
    } catch {
      // It is said again the next time; whoever reads has nothing to do about it.
    }
  };
}

customElements.define('seen-offer', SeenOffer);
