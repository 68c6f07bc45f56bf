import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/seen-promise.js';

contribute(
  'promise',
  ({ order, page }) => html`<seen-promise .order=${order} .of=${page.promise?.current ?? ''}></seen-promise>`,
);
