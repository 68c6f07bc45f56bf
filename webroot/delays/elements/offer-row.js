import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { answerSaid, asked, knownSaid, lineSaid, silenceSaid, standing } from '../reading/offers.js';
import { takeTheirDay, withdrawOffer } from '../requests.js';

/** An offer in a few lines: as staff follow it, and what was offered before. */
class OfferRow extends FormElement {
  static properties = { offer: { attribute: false }, named: { type: Boolean } };
  static texts = { 409: 'delays.too-late' };

  render() {
    const { offer } = this;
    const { text, look } = standing(offer);
    return html`<article class="offer-row" data-state=${offer.state} data-offer=${offer.id}>
      <p class="offer-row-head">
        ${this.named ? this.#order() : nothing}
        <strong>${asked(offer)}</strong> <span class="chip ${look}">${text}</span>
      </p>
      <p>${offer.lines.map(lineSaid).join(t('comma'))}</p>
      <p class="soft offer-facts">${this.#facts().map((one) => html`<span>${one}</span>`)}</p>
      ${offer.answer ? html`<p>${answerSaid(offer)}</p>` : nothing}
      ${this.#deeds()} ${this.trouble()}
    </article>`;
  }

  #order() {
    const { order, company } = this.offer;
    return html`<a href="/orders/${encodeURIComponent(order)}">${order}</a> <span>${company?.name}</span>`;
  }

  #facts() {
    const { offer } = this;
    return [
      wording(offer.because),
      offer.offeredBy && t('delays.offered', { by: offer.offeredBy, day: day(offer.offeredAt) }),
      offer.company && knownSaid(offer),
      offer.state === 'open' && silenceSaid(offer),
    ].filter(Boolean);
  }

  #deeds() {
    const { can } = this.offer;
    return can.includes('withdraw') || can.includes('take-day')
      ? html`<p class="buttons">
          ${can.includes('take-day') ? this.#button('take-day', 'go', takeTheirDay) : nothing}
          ${can.includes('withdraw') ? this.#button('withdraw', 'quiet', withdrawOffer) : nothing}
        </p>`
      : nothing;
  }

  #button(name, look, deed) {
    return html`<button
      type="button"
      class=${look}
      data-action=${name}
      ?disabled=${this.busy}
      @click=${() => this.attempt(async () => (this.offer = await deed(this.offer.id, newKey())))}
    >${t(`delays.${name}`)}</button>`;
  }
}

customElements.define('offer-row', OfferRow);
