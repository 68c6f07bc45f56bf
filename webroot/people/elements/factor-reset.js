import { html } from 'lit';
import { proving } from '../../base/elements/confirm-you.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { resetSecondFactor } from '../requests.js';

/** Helps somebody who lost their phone: takes their second factor away. `done` when it is gone. */
class FactorReset extends FormElement {
  static properties = { person: { attribute: false }, me: { attribute: false } };

  render() {
    return html`<button class="quiet" data-action="reset-factor" ?disabled=${this.busy} @click=${this.#reset}>
        ${t('people.reset-factor')}<span class="visually-hidden"> ${this.person.name}</span>
      </button>
      ${this.trouble()}`;
  }

  async #reset() {
    const title = t('people.reset-factor');
    if (await confirmed({ title, text: t('people.reset-factor-text', this.person), go: title })) {
      if (await this.attempt(() => proving(this.me, (proof) => resetSecondFactor(this.person.id, proof)))) {
        this.done();
      }
    }
  }
}

customElements.define('factor-reset', FactorReset);
