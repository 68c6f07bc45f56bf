import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/order-ledger.js';

const me = await viewer().catch(() => ({}));

contribute(
  'promise',
  ({ order, page }) =>
    html`<order-ledger .order=${order} .page=${page} .reads=${!can(me, 'plant.read')}></order-ledger>`,
);
