import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { sayOutcome } from '../requests.js';

/** Why a visit does not take place, or did not. */
class OutcomeForm extends FormElement {
  static properties = {
    page: { attribute: false },
    /** missed or cancelled */
    outcome: { type: String },
  };

  render() {
    const reason = this.wrong('reason');
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(`outcome-form.${this.outcome}`)}</h2>
      <p class="soft">${t(`outcome-form.${this.outcome}-text`)}</p>
      <div class="entry">
        <label for="outcome-reason">${t('outcome-form.reason')}</label>
        <textarea
          id="outcome-reason"
          name="reason"
          required
          maxlength="500"
          aria-invalid=${reason ? 'true' : 'false'}
          aria-describedby="outcome-reason-error"
        ></textarea>
        <p class="trouble" id="outcome-reason-error" role="alert">${reason ?? ''}</p>
      </div>
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go danger" data-action="save" ?disabled=${this.busy}>
          ${t(`outcome-form.${this.outcome}`)}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { reason } = submitted(event);
    if (this.fine(event.target)) {
      this.attempt(async () => this.done(await sayOutcome(this.page, this.outcome, reason)));
    }
  };
}

customElements.define('outcome-form', OutcomeForm);
