import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/numbers-link.js';

contribute('orders', () => html`<numbers-link></numbers-link>`);
