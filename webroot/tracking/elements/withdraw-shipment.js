import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { withdrawShipment } from '../requests.js';

/** Asks why a shipment is withdrawn, and withdraws it. */
class WithdrawShipment extends FormElement {
  static properties = { order: { attribute: false }, number: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#withdraw}>
      <h2>${t('ship.withdraw-title', { number: this.number })}</h2>
      ${field({
        id: 'withdraw-reason',
        name: 'reason',
        label: t('ship.reason'),
        hint: t('ship.reason-hint'),
        error: this.wrong('reason'),
        maxlength: 500,
      })}
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go danger" data-action="confirm-withdrawal" ?disabled=${this.busy}>${t('ship.withdraw')}</button>
        <button
          type="button"
          class="quiet"
          data-action="cancel"
          @click=${() => this.done(false)}
        >${t('cancel')}</button>
      </p>
    </form>`;
  }

  #withdraw = async (event) => {
    const { reason } = submitted(event);
    if (await this.attempt(() => withdrawShipment(this.order, this.number, reason))) {
      this.done(true);
    }
  };
}

customElements.define('withdraw-shipment', WithdrawShipment);
