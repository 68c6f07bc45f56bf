import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { sayNeed } from '../requests.js';

/** What a customer says of its need, with who said so and when. */
class NeedForm extends FormElement {
  static properties = { company: { attribute: false } };

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} aria-label=${t('loyalty.say-need')}>
      <p class="soft">${t('loyalty.need-hint')}</p>
      ${field({
        id: 'need-share',
        name: 'share',
        type: 'number',
        label: t('loyalty.need-share-label'),
        min: 0,
        max: 100,
        step: 1,
        error: this.wrong('share'),
      })}
      ${field({
        id: 'need-amount',
        name: 'amount',
        type: 'number',
        label: t('loyalty.need-amount'),
        hint: t('loyalty.need-amount-hint'),
        required: false,
        min: 1,
        step: 1,
        error: this.wrong('need.amount', 'amount'),
      })}
      ${field({
        id: 'need-currency',
        name: 'currency',
        label: t('loyalty.need-currency'),
        value: 'CNY',
        required: false,
        maxlength: 3,
        code: true,
        error: this.wrong('need.currency', 'currency'),
      })}
      ${field({
        id: 'need-source',
        name: 'source',
        label: t('loyalty.need-source-label'),
        hint: t('loyalty.need-source-hint'),
        maxlength: 300,
        error: this.wrong('source'),
      })}
      ${field({
        id: 'need-said-on',
        name: 'saidOn',
        type: 'date',
        label: t('loyalty.need-said-on'),
        value: today(),
        max: today(),
        error: this.wrong('saidOn'),
      })}
      ${this.trouble('share', 'need.amount', 'need.currency', 'source', 'saidOn')}
      <p class="buttons">
        <button class="go" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { share, amount, currency, source, saidOn } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const said = {
      share: Number(share),
      ...(amount && { need: { amount: Number(amount), currency: currency.trim().toUpperCase() } }),
      source,
      saidOn,
    };
    let report;
    if (await this.attempt(async () => (report = await sayNeed(this.company.code, said)))) {
      this.done(report);
    }
  };
}

customElements.define('need-form', NeedForm);
