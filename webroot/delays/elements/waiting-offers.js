import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { asked } from '../reading/offers.js';
import { WatchedOffers } from './watched-offers.js';

/** Above a company's orders: what waits for its answer. */
class WaitingOffers extends WatchedOffers {
  get topic() {
    return 'delay-offers';
  }

  render() {
    const open = (this.offers ?? []).filter(({ state }) => state === 'open');
    return open.length === 0
      ? nothing
      : html`<section class="card waiting-offers" aria-labelledby="waiting-offers">
          <h2 id="waiting-offers">${t('delays.waiting', { count: open.length })}</h2>
          <ul>
            ${repeat(
              open,
              ({ id }) => id,
              (offer) => html`<li>
                <a href="/orders/${encodeURIComponent(offer.order)}">${offer.order}</a>
                <span>${asked(offer)}</span>
                <span class="soft">${t('delays.until', { date: date(offer.answerBy) })}</span>
              </li>`,
            )}
          </ul>
        </section>`;
  }
}

customElements.define('waiting-offers', WaitingOffers);
