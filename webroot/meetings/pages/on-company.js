import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/company-meetings.js';

contribute('company', ({ company }) => html`<company-meetings .company=${company}></company-meetings>`);
