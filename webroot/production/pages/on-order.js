import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { header } from '../../base/start.js';

let asked;

/** Only whoever may define routings needs any of it. */
function versions(order, page) {
  asked ??= import('../elements/order-versions.js');
  return html`<order-versions .order=${order} .version=${page.version}></order-versions>`;
}

contribute('order', ({ order, page }) =>
  header.me && can(header.me, 'routings.define') ? versions(order, page) : nothing,
);
