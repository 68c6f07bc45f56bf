import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/order-follow.js';
import '../elements/stage-wish.js';

/** There is nothing left to be told of. */
const OVER = new Set(['met', 'unverified']);

contribute('stage', ({ order, line, stage, state }) =>
  OVER.has(state) ? nothing : html`<stage-wish .order=${order} .line=${line} .stage=${stage}></stage-wish>`,
);
contribute('order', ({ order }) => html`<order-follow .order=${order}></order-follow>`);
