import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/setup-left.js';

contribute('menu', ({ me, address }) =>
  address === '/setup' && can(me, 'house.set') ? html`<setup-left></setup-left>` : '',
);
