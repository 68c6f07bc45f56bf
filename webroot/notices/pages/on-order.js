import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/order-follow.js';
import '../elements/stage-wish.js';

const DONE = new Set(['met', 'unverified']);
const OVER = new Set(['completed', 'cancelled']);

/** Of a stage that is done, or of which nothing more is made, there is nothing left to be told. */
const isOver = ({ page, line, state }) =>
  DONE.has(state) || page?.state === 'cancelled' || OVER.has(page?.lines?.[line]?.state);

contribute('stage', ({ order, line, stage, ...about }) =>
  isOver({ line, ...about }) ? nothing : html`<stage-wish .order=${order} .line=${line} .stage=${stage}></stage-wish>`,
);
contribute('order', ({ order }) => html`<order-follow .order=${order}></order-follow>`);
