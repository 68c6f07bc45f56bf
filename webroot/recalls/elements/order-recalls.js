import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './recall-card.js';
import './recall-row.js';
import { WatchedNotices } from './watched-notices.js';

/** The notices about an order, live: whole for whom it concerns, in a line for staff. */
class OrderRecalls extends WatchedNotices {
  static properties = { order: { attribute: false } };

  get topic() {
    return `recalls/order/${this.order}`;
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
