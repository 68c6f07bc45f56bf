import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { selection } from '../selection.js';

/** The box that chooses an order of a list, while several are acted on. */
class OrderCheck extends LightElement {
  static properties = { order: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    selection.hear(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    selection.forget(this);
  }

  render() {
    return selection.on
      ? html`<label class="order-check">
          <input
            type="checkbox"
            .checked=${selection.chosen.has(this.order)}
            aria-label=${t('several.choose', { number: this.order })}
            @click=${this.#click}
          />
        </label>`
      : nothing;
  }

  #click = ({ target, shiftKey }) => {
    const listed = [...document.querySelectorAll('order-check')].map(({ order }) => order);
    selection.choose(this.order, target.checked, shiftKey, listed);
  };
}

customElements.define('order-check', OrderCheck);
