import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/you-said.js';

contribute('said-and-done', () => html`<you-said></you-said>`);
