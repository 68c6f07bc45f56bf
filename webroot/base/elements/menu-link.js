import { html, nothing } from 'lit';
import { contributions } from '../places.js';
import { isAt } from '../reading/access.js';
import { t } from '../words.js';

/** Whether a page of the menu, or one below it, is the one that is shown. */
export const isHere = (page) => isAt(page, location.pathname);

/** A page of the menu, marked where it is the one that is shown; `me` is whose menu it is. */
export const link = (page, me) =>
  html`<a href=${page.address} aria-current=${isHere(page) ? 'page' : nothing}>${t(page.words)}${contributions('menu', {
    me,
    address: page.address,
  })}</a>`;
