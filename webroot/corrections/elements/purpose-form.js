import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { namePurpose } from '../requests.js';
import { PROOF_FIELDS, proofFields, purposeIn } from './proof-fields.js';

/** Says what an action is for, and by what it is seen that it worked. */
class PurposeForm extends FormElement {
  static properties = {
    number: { attribute: false },
    about: { attribute: false },
    action: { attribute: false },
  };

  render() {
    const { action, about } = this;
    return html`<form class="form" novalidate @submit=${this.#send}>
      <h2>${t('corrections.purpose')}</h2>
      <p>${action.text}</p>
      ${proofFields(this, { purpose: action.purpose, proof: action.proof, about })}
      ${action.proof ? html`<p class="soft">${t('proof.anew')}</p>` : ''} ${this.trouble(...PROOF_FIELDS)}
      <p class="buttons">
        <button class="go" data-action="purpose-now" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const act = () => namePurpose(this.number, this.action.number, purposeIn(said));
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('purpose-form', PurposeForm);
