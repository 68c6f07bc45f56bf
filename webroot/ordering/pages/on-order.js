import { html, nothing } from 'lit';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { header } from '../../base/start.js';
import { loadWords, t } from '../../base/words.js';
import { takeUndo } from '../kept.js';
import { placeOrder } from '../requests.js';
import '../elements/line-end.js';

/** For whoever may place orders; whoever looks through a glass link has no name here. */
contribute('order', ({ order }) =>
  header.me && can(header.me, 'orders.place')
    ? html`<p class="order-tools">
        <a class="quiet" data-action="change-order" href="/orders/${encodeURIComponent(order)}/change">
          ${t('ordering.change-this')}
        </a>
      </p>`
    : nothing,
);

contribute('line', ({ page, line }) =>
  header.me && can(header.me, 'orders.place')
    ? html`<line-end .page=${page} .line=${line}></line-end>`
    : nothing,
);

const undo = takeUndo(decodeURIComponent(location.pathname.split('/')[2] ?? ''));
if (undo) {
  const { version: _, ...before } = undo.before;
  loadWords().then(() =>
    offerUndo(t('ordering.changed', { number: undo.number }), () => placeOrder(undo.number, before, undo.version)),
  );
}
