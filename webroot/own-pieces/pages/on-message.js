import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/claim-card.js';

const me = await viewer().catch(() => undefined);

contribute('claim', ({ page }) =>
  me
    ? html`<claim-card .number=${page.number} .decides=${can(me, 'warranty.keep')}></claim-card>`
    : undefined,
);
