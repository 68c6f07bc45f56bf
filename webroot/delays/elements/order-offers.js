import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../base/words.js';
import { isWaiting } from '../reading/offers.js';
import { markOfferRead } from '../requests.js';
import './offer-card.js';
import './offer-row.js';
import './seen-offer.js';
import { WatchedOffers } from './watched-offers.js';

/** What is offered in the place of an order's dates, live: whole for those who answer, in a row for staff. */
class OrderOffers extends WatchedOffers {
  static properties = {
    order: { attribute: false },
    /** Whether whoever looks is a contact: then what is on the screen counts as read. */
    reads: { attribute: false },
  };

  get topic() {
    return `delay-offers/order/${this.order}`;
  }

  render() {
    const offers = this.offers ?? [];
    if (offers.length === 0) {
      return nothing;
    }
    const now = offers.filter((one) => isWaiting(one) || one.can.length > 0);
    const before = offers.filter((one) => !now.includes(one));
    return html`<section class="order-offers" aria-label=${t('delays.of-order')}>
      ${repeat(now, ({ id }) => id, (offer) => this.#one(offer))}
      ${before.length > 0
        ? html`<details class="disclosure">
            <summary>${t('delays.before', { count: before.length })}</summary>
            ${repeat(before, ({ id }) => id, (offer) => html`<offer-row .offer=${offer}></offer-row>`)}
          </details>`
        : nothing}
    </section>`;
  }

  #one(offer) {
    if (offer.company) {
      return html`<offer-row .offer=${offer}></offer-row>`;
    }
    return html`<div>
      ${this.reads && offer.state === 'open'
        ? html`<seen-offer .read=${() => markOfferRead(offer.id)}></seen-offer>`
        : nothing}
      <offer-card .offer=${offer}></offer-card>
    </div>`;
  }
}

customElements.define('order-offers', OrderOffers);
