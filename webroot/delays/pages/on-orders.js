import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/waiting-offers.js';

const me = await viewer().catch(() => ({}));
if (can(me, 'delays.answer')) {
  contribute('orders', () => html`<waiting-offers></waiting-offers>`);
}
