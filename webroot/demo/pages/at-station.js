import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/demo-hint.js';

contribute('station', ({ operator }) => html`<demo-hint .operator=${operator}></demo-hint>`);
