import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/correction-cards.js';

const me = await viewer().catch(() => ({}));

contribute(
  'nonconformance',
  ({ page }) => html`<correction-cards
    .number=${page.number}
    .about=${page.about}
    ?open=${page.state === 'open'}
    ?decides=${can(me, 'nonconformances.contain')}
  ></correction-cards>`,
);
