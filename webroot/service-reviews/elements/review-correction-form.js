import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { correct } from '../requests.js';

/** What was wrong in what was signed. */
class ReviewCorrectionForm extends FormElement {
  static properties = { quarter: {} };

  static texts = { 409: 'service-review.refused' };

  #key = newKey();

  render() {
    const error = this.wrong('text');
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('service-review.correct')}</h2>
      <p class="soft">${t('service-review.correct-about')}</p>
      <div class="entry">
        <label for="review-correction">${t('service-review.what-was-wrong')}</label>
        <textarea
          id="review-correction"
          name="text"
          rows="4"
          required
          maxlength="2000"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby="review-correction-error"
        ></textarea>
        <p class="trouble" id="review-correction-error" role="alert">${error ?? ''}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="correct-review-now" ?disabled=${this.busy}>
          ${t('service-review.correct-now')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { text } = submitted(event);
    if (this.fine(event.target)) {
      await this.attempt(async () => this.done(await correct(this.quarter, text, this.#key)));
    }
  };
}

customElements.define('review-correction-form', ReviewCorrectionForm);
