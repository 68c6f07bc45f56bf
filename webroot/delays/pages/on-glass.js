import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/order-offers.js';

contribute('order', ({ order }) => html`<order-offers .order=${order}></order-offers>`);
