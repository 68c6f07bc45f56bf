import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/open-recalls.js';

contribute('orders', () => html`<open-recalls></open-recalls>`);
