import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/company-voices.js';

contribute('company', ({ company }) => html`<company-voices .company=${company}></company-voices>`);
