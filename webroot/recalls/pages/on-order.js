import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/order-recalls.js';

contribute('order', ({ order }) => html`<order-recalls .order=${order}></order-recalls>`);
