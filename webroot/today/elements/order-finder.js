import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** Leads to an order by its number, typed or scanned: a scanner types, and ends with Enter. */
class OrderFinder extends LightElement {
  static properties = { trouble: { state: true } };

  render() {
    return html`<form class="card today-finder" novalidate @submit=${(event) => this.#go(event)}>
      ${field({
        id: 'order-number',
        name: 'number',
        label: t('today.find'),
        hint: t('today.find-hint'),
        error: this.trouble,
        code: true,
        maxlength: 60,
      })}
      <button class="go">${t('today.open-order')}</button>
    </form>`;
  }

  #go(event) {
    event.preventDefault();
    const number = new FormData(event.target).get('number').trim();
    if (number === '') {
      this.trouble = t('today.find-empty');
      return;
    }
    this.trouble = undefined;
    location.assign(`/orders/${encodeURIComponent(number)}`);
  }
}

customElements.define('order-finder', OrderFinder);
