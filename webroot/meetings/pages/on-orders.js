import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/you-said.js';

contribute('orders', () => html`<you-said></you-said>`);
