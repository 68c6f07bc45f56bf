import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { header } from '../../base/start.js';
import { t } from '../../base/words.js';

/** For whoever may place orders. */
const button = () =>
  header.me && can(header.me, 'orders.place')
    ? html`<p class="order-tools">
        <a class="go" data-action="new-order" href="/orders/new">${t('ordering.new-order')}</a>
      </p>`
    : nothing;

contribute('orders', button);
contribute('board', button);
