import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { viewer } from '../../base/start.js';
import '../elements/order-reports.js';

const me = await viewer().catch(() => ({}));

if (['customer', 'distributor'].includes(me.role)) {
  contribute('order', ({ order }) => html`<order-reports .order=${order}></order-reports>`);
}
