import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/waiting-count.js';

contribute('menu', ({ me, address }) =>
  address === '/messages' && can(me, 'voices.follow') ? html`<waiting-count></waiting-count>` : '',
);
