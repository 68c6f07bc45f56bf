import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { passed } from '../../base/reading/faults.js';
import { t } from '../../base/words.js';
import { companies, placeOrder, routings } from '../requests.js';

const FOUR_WEEKS_MILLIS = 28 * 24 * 3_600_000;

/** The first order: one line, with what a customer wants to know of it. */
class SetupOrder extends FormElement {
  static properties = { found: { attribute: false }, companies: { state: true }, routings: { state: true } };

  firstUpdated() {
    this.attempt(async () => {
      const [all, known] = await Promise.all([companies(), routings()]);
      this.companies = all.companies;
      this.routings = known.routings;
    });
  }

  render() {
    const { order } = this.found;
    if (order) {
      return html`<p>${t('setup.order.there')} <a href="/orders/${encodeURIComponent(order)}">${order}</a></p>`;
    }
    if (!this.routings) {
      return this.problem ? this.trouble() : html`<p role="status">${t('loading')}</p>`;
    }
    return html`<form class="form" data-form="order" novalidate @submit=${this.#save}>
      ${field({
        id: 'order-number',
        name: 'number',
        label: t('setup.order.number'),
        hint: t('setup.order.number-hint'),
        maxlength: 80,
        error: this.wrong('number'),
      })}
      ${this.#oneOf('company', this.companies, this.found.company)}
      ${field({
        id: 'order-product',
        name: 'product',
        label: t('setup.order.product'),
        maxlength: 100,
        error: this.wrong('lines[0].product', 'product'),
      })}
      ${this.#oneOf('routing', this.routings, this.found.routing)}
      ${field({
        id: 'order-quantity',
        name: 'quantity',
        type: 'number',
        label: t('setup.order.quantity'),
        value: '100',
        min: 1,
        step: 1,
        inputmode: 'numeric',
        error: this.wrong('lines[0].quantity', 'quantity'),
      })}
      ${field({
        id: 'order-promise',
        name: 'promise',
        type: 'date',
        label: t('setup.order.promise'),
        hint: t('setup.order.promise-hint'),
        value: today(Date.now() + FOUR_WEEKS_MILLIS),
        error: this.wrong('promise.date', 'promise'),
      })}
      ${this.trouble('number', 'lines[0].product', 'lines[0].quantity', 'promise.date')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('setup.order.save')}</button>
      </p>
    </form>`;
  }

  #oneOf(name, all, chosen) {
    const options = all.map((one) => [one.code, one.name ?? one.code]);
    return selection({ name, label: t(`setup.order.${name}`), options, chosen });
  }

  async #save(event) {
    const typed = submitted(event);
    if (!this.fine(event.target, { unusual: passed('promise', typed.promise) })) {
      return;
    }
    const order = {
      company: typed.company,
      placedOn: today(),
      promise: { date: typed.promise },
      lines: [{ number: 1, product: typed.product, quantity: Number(typed.quantity), routing: typed.routing }],
    };
    (await this.attempt(() => placeOrder(typed.number.trim(), order))) && this.done();
  }
}

customElements.define('setup-order', SetupOrder);
