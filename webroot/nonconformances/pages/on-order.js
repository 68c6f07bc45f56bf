import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/order-problems.js';
import '../elements/raise-here.js';

const me = await viewer().catch(() => ({}));

if (can(me, 'nonconformances.raise')) {
  contribute('order', ({ order, page }) => html`<order-problems .order=${order} .page=${page}></order-problems>`);
  contribute('requirement', ({ demand, order, line, stage, requirement }) =>
    demand.verdict === 'failed'
      ? html`<raise-here .place=${{ order, line, stage, requirement }}></raise-here>`
      : '',
  );
}
