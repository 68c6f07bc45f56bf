import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { COST_KINDS, CURRENCIES, minor } from '../reading/corrections.js';
import { book } from '../requests.js';

/** Books what something cost. */
class CostForm extends FormElement {
  static properties = { number: { attribute: false } };

  #key = newKey();

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('costs.book')}</h2>
      ${selection({
        name: 'kind',
        label: t('costs.kind'),
        options: COST_KINDS.map((kind) => [kind, t(`cost.${kind}`)]),
      })}
      ${field({
        id: 'cost-amount',
        name: 'amount',
        label: t('costs.amount'),
        inputmode: 'decimal',
        maxlength: 14,
        error: this.wrong('amount'),
      })}
      ${selection({
        name: 'currency',
        label: t('costs.currency'),
        options: CURRENCIES.map((currency) => [currency, currency]),
      })}
      ${field({
        id: 'cost-note',
        name: 'note',
        label: t('costs.note'),
        required: false,
        maxlength: 500,
        error: this.wrong('note'),
      })}
      ${this.trouble('amount', 'note')}
      <p class="buttons">
        <button class="go" data-action="book-cost-now" ?disabled=${this.busy}>${t('costs.book')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { kind, amount, currency, note } = submitted(event);
    const booked = minor(amount, currency);
    const wrong = amount && !booked ? [{ field: 'amount', said: t('costs.no-amount', { currency }) }] : [];
    if (!this.fine(event.target, { wrong })) {
      return;
    }
    const act = () => book(this.number, { kind, amount: booked, currency, note }, this.#key);
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('cost-form', CostForm);
