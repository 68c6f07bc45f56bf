import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/calendar-feed.js';

contribute('account', () => html`<calendar-feed></calendar-feed>`);
