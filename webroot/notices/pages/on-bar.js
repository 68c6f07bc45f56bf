import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/notice-bell.js';

contribute('bar', ({ me }) => (can(me, 'notices.keep') ? html`<notice-bell></notice-bell>` : nothing));
