import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/company-orders.js';

contribute('company', ({ company }) => html`<company-orders .company=${company}></company-orders>`);
