import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/own-invitations.js';

contribute('meeting', ({ number }) => html`<own-invitations .about=${{ kind: 'meeting', number }}></own-invitations>`);
