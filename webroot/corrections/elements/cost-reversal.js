import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { money, t } from '../../base/words.js';
import { reverse } from '../requests.js';

/** Takes an entry back by one against it, and says why. */
class CostReversal extends FormElement {
  static properties = { number: { attribute: false }, row: { attribute: false } };

  #key = newKey();

  render() {
    const { amount, currency, kind } = this.row;
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('costs.take-back')}</h2>
      <p>${money(amount, currency)} ${t(`cost.${kind}`)}</p>
      <p class="soft">${t('costs.take-back-hint')}</p>
      ${field({
        id: 'cost-reason',
        name: 'reason',
        label: t('costs.reason'),
        maxlength: 500,
        error: this.wrong('reason'),
      })}
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go" data-action="take-cost-back-now" ?disabled=${this.busy}>${t('costs.take-back')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { reason } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const act = () => reverse(this.number, this.row.id, reason, this.#key);
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('cost-reversal', CostReversal);
