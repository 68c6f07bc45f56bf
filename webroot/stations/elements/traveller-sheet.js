import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, measure } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { picture } from '../requests.js';

/** A line on paper: what it is, and a code for each step of its way; or a label for each step. */
class TravellerSheet extends LightElement {
  static properties = { sheet: { attribute: false }, layout: {} };

  render() {
    return this.layout === 'labels' ? this.#labels() : this.#page();
  }

  #page() {
    const { ordered, steps } = this.sheet;
    return html`<article class="traveller" data-order=${this.sheet.order}>
      <header>
        <h2>${this.#number()}</h2>
        <p>
          <strong>${wording(ordered.product)}</strong>
          ${ordered.description ? html`<span>${wording(ordered.description)}</span>` : nothing}
        </p>
        <p>${this.#amount()} <span>${ordered.customer}</span></p>
        ${ordered.promised ? html`<p>${t('travellers.promised', { day: date(ordered.promised) })}</p>` : nothing}
        ${ordered.workOrders.length > 0 ? html`<p>${ordered.workOrders.join(', ')}</p>` : nothing}
      </header>
      <ol>${steps.map((step) => html`<li>${this.#step(step)}</li>`)}</ol>
    </article>`;
  }

  #labels() {
    return html`<ul class="traveller-labels">
      ${this.sheet.steps.map(
        (step) => html`<li class="traveller-label" data-order=${this.sheet.order}>
          ${this.#step(step)}
          <p><strong>${this.#number()}</strong><span>${wording(this.sheet.ordered.product)} ${this.#amount()}</span></p>
        </li>`,
      )}
    </ul>`;
  }

  #number() {
    return `${this.sheet.order} / ${this.sheet.line}`;
  }

  #amount() {
    const { quantity, unit } = this.sheet.ordered;
    return quantity === undefined ? '' : measure(quantity, unit === 'pieces' ? t('travellers.pieces') : unit);
  }

  #step({ stageName, operation, svg }) {
    const stage = wording(stageName);
    return html`<figure>
      <img src=${picture(svg)} alt="" />
      <figcaption>
        <strong>${operation ?? stage}</strong>${operation ? html`<span>${stage}</span>` : nothing}
      </figcaption>
    </figure>`;
  }
}

customElements.define('traveller-sheet', TravellerSheet);
