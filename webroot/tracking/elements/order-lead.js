import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { rich } from '../../base/elements/rich.js';
import { Ticking } from '../../base/elements/ticking.js';
import { date, inFull } from '../../base/format.js';
import { t } from '../../base/words.js';
import { lead, title } from '../reading/lead.js';
import { isLate, isOver, isStale } from '../reading/standing.js';
import './promise-ledger.js';
import './promise-range.js';
import './tier-mark.js';

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
      ${isLate(page, now)
        ? html`<p class="late-note">${t('lead.late', { date: date(page.promise.current) })}</p>`
        : nothing}
      ${page.promise ? this.#dates(now) : nothing}
    </section>`;
  }

  #eyebrow() {
    const { number, customerReference, company } = this.page;
    const parts = [number, customerReference && t('order.reference', { reference: customerReference }), company?.name];
    return html`${parts
        .filter(Boolean)
        .map((part, index) => html`${index ? BETWEEN : nothing}<span>${part}</span>`)}
      ${company?.tier ? html`<tier-mark tier=${company.tier}></tier-mark>` : nothing}`;
  }

  #dates(now) {
    const { promise, forecast } = this.page;
    return html`<div class="dates">
      ${isOver(this.page)
        ? nothing
        : html`<promise-range
            .promise=${promise}
            .forecast=${isStale(this.page, now) ? undefined : forecast}
          ></promise-range>`}
      <promise-ledger .promise=${promise} .placedOn=${this.page.placedOn}></promise-ledger>
    </div>`;
  }
}

customElements.define('order-lead', OrderLead);
