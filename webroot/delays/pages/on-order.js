import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/offer-another.js';
import '../elements/order-offers.js';

const me = await viewer().catch(() => ({}));

contribute(
  'order',
  ({ order }) => html`<order-offers .order=${order} .reads=${can(me, 'delays.answer')}></order-offers>`,
);
if (can(me, 'delays.keep')) {
  contribute('order', ({ order, page }) => html`<offer-another .order=${order} .page=${page}></offer-another>`);
}
