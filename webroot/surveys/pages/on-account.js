import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/survey-mails.js';

contribute('account', ({ me }) => (can(me, 'surveys.answer') ? html`<survey-mails></survey-mails>` : nothing));
