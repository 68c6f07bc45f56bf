import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { rich } from '../../base/elements/rich.js';
import { Ticking } from '../../base/elements/ticking.js';
import { inFull } from '../../base/format.js';
import { t } from '../../base/words.js';
import { lead, reference, title } from '../reading/lead.js';
import { lateness } from '../reading/promise.js';
import '../../base/elements/tier-mark.js';
import './promise-dates.js';

const BETWEEN = html`<span aria-hidden="true"> · </span>`;

/** What an order is, where it is and when it comes: one sentence first, then the dates. */
class OrderLead extends LightElement {
  static properties = { page: { attribute: false }, connection: { attribute: false } };

  constructor() {
    super();
    new Ticking(this);
  }

  render() {
    const { page } = this;
    const now = Date.now();
    return html`<section class="lead" aria-labelledby="what">
      <p class="eyebrow">${this.#eyebrow()}</p>
      <h1 id="what">${title(page)}</h1>
      <p class="as-of">${t('order.as-of', { at: inFull(new Date(this.connection?.upTo ?? now).toISOString()) })}</p>
      <p class="say">${lead(page, now).map((sentence) => html`<span>${rich(sentence)}</span>${t('space')}`)}</p>
      ${lateness(page, now).map((late) => html`<p class="late-note">${late}</p>`)}
      ${page.promise || page.due ? html`<promise-dates .page=${page} .now=${now}></promise-dates>` : nothing}
    </section>`;
  }

  #eyebrow() {
    const { number, company } = this.page;
    const parts = [number, reference(this.page), company?.name];
    return html`${parts
        .filter(Boolean)
        .map((part, index) => html`${index ? BETWEEN : nothing}<span>${part}</span>`)}
      ${company?.tier ? html`<tier-mark tier=${company.tier}></tier-mark>` : nothing}`;
  }
}

customElements.define('order-lead', OrderLead);
