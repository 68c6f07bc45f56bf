import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { takeActionBack } from '../table-requests.js';

/** An action becomes words again: why, which those read who raised the matter. */
class TakeBackForm extends FormElement {
  static properties = { number: { type: Number }, line: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('line.take-back')}</h2>
      <p>${this.line.text}</p>
      ${field({ id: 'take-back-reason', name: 'reason', label: t('deed.reason'), hint: t('deed.reason-hint'),
        maxlength: 300, error: this.wrong('text') ?? this.wrong('reason') })}
      ${this.trouble('text', 'reason')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('line.take-back')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { reason } = submitted(event);
    this.attempt(async () => {
      await takeActionBack(this.number, this.line.key, reason);
      this.done(true);
    });
  };
}

customElements.define('take-back-form', TakeBackForm);
