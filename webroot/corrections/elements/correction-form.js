import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { raise, staff } from '../requests.js';
import { PROOF_FIELDS, proofFields, purposeIn } from './proof-fields.js';

/** Has something done about it: what, what for, by whom, until when, and by what it is seen that it worked. */
class CorrectionForm extends FormElement {
  static properties = { number: { attribute: false }, about: { attribute: false }, people: { state: true } };

  #key = newKey();

  firstUpdated() {
    this.attempt(async () => (this.people = await staff()));
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('corrections.raise')}</h2>
      ${field({
        id: 'correction-text',
        name: 'text',
        label: t('corrections.what'),
        maxlength: 500,
        error: this.wrong('text'),
      })}
      ${selection({
        name: 'owner',
        label: t('corrections.who'),
        options: (this.people ?? []).map(({ email, name }) => [email, name]),
      })}
      ${field({
        id: 'correction-due',
        name: 'due',
        type: 'date',
        label: t('corrections.until'),
        min: today(),
        error: this.wrong('due'),
      })}
      ${proofFields(this, { about: this.about })} ${this.trouble('text', 'due', ...PROOF_FIELDS)}
      <p class="buttons">
        <button class="go" data-action="raise-correction-now" ?disabled=${this.busy || !this.people}>
          ${t('corrections.raise')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const { text, owner, due } = said;
    const act = () => raise(this.number, { text, owner, due, ...purposeIn(said) }, this.#key);
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('correction-form', CorrectionForm);
