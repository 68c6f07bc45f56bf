import { html } from 'lit';
import { contribute } from '../../base/places.js';

contribute('stage', ({ order, line, stage }) => html`<p class="noted">${order} ${line} ${stage}</p>`);
contribute('requirement', ({ requirement }) => html`<p class="noted">${requirement}</p>`);
