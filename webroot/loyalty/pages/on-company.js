import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { header } from '../../base/start.js';
import '../elements/company-loyalty.js';

contribute('company', ({ company }) =>
  can(header.me, 'loyalty.read') ? html`<company-loyalty .company=${company}></company-loyalty>` : nothing,
);
