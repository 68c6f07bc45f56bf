import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/own-invitations.js';

contribute('orders', () => html`<own-invitations></own-invitations>`);
