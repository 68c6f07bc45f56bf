import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import './recall-card.js';
import './recall-row.js';

/** The notices about an order, live: whole for whom it concerns, in a line for staff. */
class OrderRecalls extends LightElement {
  static properties = { order: { attribute: false }, notices: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(`recalls/order/${this.order}`, ({ page, gone }) => {
      this.notices = gone ? [] : Object.values(page.notices ?? {});
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  render() {
    return this.notices?.length
      ? html`<div class="order-recalls">
          ${repeat(
            this.notices,
            ({ id }) => id,
            (notice) =>
              notice.nonconformance
                ? html`<recall-row .notice=${notice}></recall-row>`
                : html`<recall-card .notice=${notice}></recall-card>`,
          )}
        </div>`
      : nothing;
  }
}

customElements.define('order-recalls', OrderRecalls);
