import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/order-check.js';
import '../elements/several-acts.js';

const me = await viewer().catch(() => ({}));
const may = { place: can(me, 'orders.place'), hold: can(me, 'orders.hold') };

if (may.hold) {
  contribute('list', ({ rows }) => html`<several-acts .may=${may} .rows=${rows}></several-acts>`);
  contribute('row', ({ order }) => html`<order-check .order=${order}></order-check>`);
}
