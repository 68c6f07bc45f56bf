import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/message-problems.js';

const me = await viewer().catch(() => ({}));

if (can(me, 'nonconformances.raise')) {
  contribute('message', ({ page }) => html`<message-problems .page=${page}></message-problems>`);
}
