import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/company-profile.js';

contribute('company', ({ company }) => html`<company-profile .company=${company}></company-profile>`);
