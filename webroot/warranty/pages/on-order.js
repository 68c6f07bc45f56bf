import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { header } from '../../base/start.js';
import { t } from '../../base/words.js';

/** For whoever keeps warranties, once something has left. */
contribute('order', ({ order, page }) =>
  header.me && can(header.me, 'warranty.keep') && Object.keys(page.shipments ?? {}).length > 0
    ? html`<p class="order-tools">
        <a class="quiet" data-action="warranty-cards" href="/warranty/cards?order=${encodeURIComponent(order)}">
          ${t('warranty-cards.of-order')}
        </a>
      </p>`
    : nothing,
);
