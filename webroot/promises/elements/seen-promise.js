import { LightElement } from '../../base/elements/light-element.js';
import { seen } from '../requests.js';

/** Says once that a promise was on the screen of whoever looks, when it was. */
class SeenPromise extends LightElement {
  static properties = {
    order: { attribute: false },
    /** What is promised: with another, it is said again. */
    of: { attribute: false },
    upTo: { attribute: false },
  };

  #said;
  #shown = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && this.#say());
  #back = () => this.#look();

  connectedCallback() {
    super.connectedCallback();
    this.style.display = 'block';
    document.addEventListener('visibilitychange', this.#back);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#back);
    this.#shown.disconnect();
  }

  updated() {
    this.#look();
  }

  /** Asked anew, it answers at once where it is on the screen. */
  #look() {
    const where = this.closest('.dates') ?? this;
    this.#shown.unobserve(where);
    this.#shown.observe(where);
  }

  async #say() {
    if (this.#said === this.of || document.visibilityState !== 'visible') {
      return;
    }
    const { of } = this;
    this.#said = of;
    try {
      await seen(this.order, this.upTo);
    } catch {
      this.#said = undefined; // It is said when it is looked at again.
    }
  }
}

customElements.define('seen-promise', SeenPromise);
