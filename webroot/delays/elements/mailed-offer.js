import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { answerMailed, mailedOffer, markMailedRead, takeBackMailed } from '../requests.js';
import './offer-card.js';
import './seen-offer.js';

/** What a mailed link offers. Opening it answers nothing; a touch does. */
class MailedOffer extends FormElement {
  static properties = {
    token: { attribute: false },
    /** What was chosen in the mail. */
    begun: { attribute: false },
    offer: { state: true },
  };
  static texts = { 404: 'mailed.ended', 410: 'mailed.ended' };

  firstUpdated() {
    this.token && this.attempt(async () => (this.offer = await mailedOffer(this.token)));
  }

  render() {
    const { offer, token } = this;
    if (!offer) {
      return html`<section class="notice">
        <h1>${t('delays.mark')}</h1>
        <p role="status">${token && this.busy ? t('loading') : this.#instead()}</p>
      </section>`;
    }
    return html`<div class="mailed-offer">
      <p class="soft">${t('delays.mailed-order', { order: offer.order })}</p>
      ${offer.state === 'open' ? html`<seen-offer .read=${() => markMailedRead(token)}></seen-offer>` : nothing}
      <offer-card
        whole
        .offer=${offer}
        .begun=${this.begun}
        .send=${(said) => answerMailed(token, said)}
        .takeBack=${() => takeBackMailed(token)}
      ></offer-card>
    </div>`;
  }

  #instead() {
    return refusal(this.problem ?? { status: 410 }, MailedOffer.texts);
  }
}

customElements.define('mailed-offer', MailedOffer);
