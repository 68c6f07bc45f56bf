import { html, nothing } from 'lit';
import { isAt } from '../reading/access.js';
import { t } from '../words.js';

/** Whether a page of the menu, or one below it, is the one that is shown. */
export const isHere = (page) => isAt(page, location.pathname);

/** A page of the menu, marked where it is the one that is shown. */
export const link = (page) =>
  html`<a href=${page.address} aria-current=${isHere(page) ? 'page' : nothing}>${t(page.words)}</a>`;
