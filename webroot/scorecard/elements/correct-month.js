import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { newKey } from '../../base/ask.js';
import { t } from '../../base/words.js';
import { correct } from '../requests.js';

/** Counts a frozen month again, with the reason that everybody reads. */
class CorrectMonth extends FormElement {
  static properties = { month: { attribute: false }, corrected: { state: true } };

  static texts = { 409: 'scorecard.nothing-different' };

  #key = newKey();

  render() {
    return html`<details class="disclosure">
      <summary>${t('scorecard.correct')}</summary>
      <form class="form" novalidate @submit=${this.#send}>
        <p class="soft">${t('scorecard.correct-text')}</p>
        ${field({
          id: 'correct-reason',
          name: 'reason',
          label: t('scorecard.reason'),
          hint: t('scorecard.reason-hint'),
          maxlength: 500,
          error: this.wrong('reason'),
        })}
        ${this.trouble('reason')}
        <p class="buttons"><button class="go" ?disabled=${this.busy}>${t('scorecard.count-again')}</button></p>
      </form>
    </details>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    let shown;
    const worked = await this.attempt(async () => (shown = await correct(this.month, said, this.#key)));
    this.#key = newKey();
    if (worked) {
      event.target.reset();
      this.done(shown);
    }
  };
}

customElements.define('correct-month', CorrectMonth);
