import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/search-button.js';

contribute('bar', ({ me }) =>
  can(me, 'search') && (me.company || can(me, 'plant.read')) ? html`<search-button></search-button>` : nothing,
);
