import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import {
  answerSaid,
  asked,
  besides,
  lineSaid,
  moveSaid,
  partSaid,
  remedyName,
  silenceSaid,
  standing,
} from '../reading/offers.js';
import { answerOffer, takeBackConsent } from '../requests.js';
import './offer-answer.js';

/** What a customer is offered in the place of a date, with the answer at hand; made for a phone. */
class OfferCard extends FormElement {
  static properties = {
    offer: { attribute: false },
    /** How it is answered; by the page where nothing else is given. */
    send: { attribute: false },
    takeBack: { attribute: false },
    begun: { attribute: false },
    /** True on a page of its own, where its title is the page's. */
    whole: { type: Boolean },
  };
  static texts = { 409: 'delays.too-late' };

  /** Whoever comes from a notice wants to see just this. */
  firstUpdated() {
    const title = this.querySelector('header h2');
    if (title && location.hash === `#${title.id}`) {
      title.scrollIntoView({ block: 'center' });
      title.focus({ preventScroll: true });
    }
  }

  render() {
    const { offer } = this;
    const { text, look } = standing(offer);
    const id = `offer-${offer.id}`;
    return html`<article class="card offer-card" data-state=${offer.state} data-offer=${offer.id} aria-labelledby=${id}>
      <header>
        <p class="buttons">
          <strong class="offer-mark">${t('delays.mark')}</strong>
          <span class="chip ${look}" role="status">${text}</span>
        </p>
        ${this.whole ? html`<h1 id=${id}>${asked(offer)}</h1>` : html`<h2 id=${id} tabindex="-1">${asked(offer)}</h2>`}
        <p>${wording(offer.because)}</p>
      </header>
      <dl class="offer-lines">
        ${offer.lines.map((line) => html`<div><dt>${lineSaid(line)}</dt><dd>${moveSaid(line, offer)}</dd></div>`)}
      </dl>
      ${this.#beside()}
      ${offer.state === 'open' ? html`<p class="offer-silence">${silenceSaid(offer)}</p>` : nothing}
      ${offer.answer ? html`<p>${answerSaid(offer)}</p>` : nothing}
      <offer-answer .offer=${offer} .begun=${this.begun} .send=${this.#send}></offer-answer>
      ${offer.can.includes('take-back') ? this.#back() : nothing} ${this.trouble()}
    </article>`;
  }

  #beside() {
    const { part, nextWordBy } = this.offer;
    const others = besides(this.offer);
    const said = [
      part && partSaid(part),
      nextWordBy && t('delays.next-word', { date: date(nextWordBy) }),
      others.length > 0 && t('delays.also', { remedies: others.map(remedyName).join(t('comma')) }),
    ].filter(Boolean);
    return said.length === 0
      ? nothing
      : html`<ul class="offer-beside">${said.map((one) => html`<li>${one}</li>`)}</ul>`;
  }

  #back() {
    return html`<p class="buttons">
      <button type="button" class="quiet" data-action="take-back" ?disabled=${this.busy} @click=${this.#takeBack}>
        ${t('delays.take-back')}
      </button>
      <span class="soft">${t('delays.take-back-text')}</span>
    </p>`;
  }

  #send = async (said) => {
    this.offer = await (this.send ? this.send(said) : answerOffer(this.offer.id, said, newKey()));
  };

  #takeBack = () =>
    this.attempt(async () => {
      this.offer = await (this.takeBack ? this.takeBack() : takeBackConsent(this.offer.id, newKey()));
    });
}

customElements.define('offer-card', OfferCard);
