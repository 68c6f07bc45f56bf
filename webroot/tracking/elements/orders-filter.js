import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { EXPLAINED, SHOWN, SHOWN_TO_CUSTOMERS } from '../reading/rows.js';

/** Narrows the list of orders; raises `narrow` with `{show, q}`. */
class OrdersFilter extends LightElement {
  static properties = { show: {}, q: {}, counts: { attribute: false }, staff: { type: Boolean } };

  constructor() {
    super();
    this.show = 'all';
    this.q = '';
  }

  render() {
    return html`<div class="filters" role="search">
      <label class="search">
        <span class="visually-hidden">${t('orders.search')}</span>
        <input type="search" name="q" .value=${this.q} placeholder=${t('orders.search')} @input=${this.#search} />
      </label>
      <div class="kinds" role="group" aria-label=${t('orders.show')}>
        ${(this.staff ? SHOWN : SHOWN_TO_CUSTOMERS).map(
          (choice) => html`<button
            data-show=${choice}
            aria-pressed=${this.show === choice}
            @click=${() => this.#narrow({ show: choice })}
          >${t(`orders.${choice}`)}${this.#count(choice)}</button>`,
        )}
      </div>
      ${EXPLAINED.includes(this.show) ? html`<p class="soft counted">${t(`orders.counted-${this.show}`)}</p>` : nothing}
    </div>`;
  }

  #count(choice) {
    return this.counts ? html` <span class="n">${this.counts[choice] ?? 0}</span>` : nothing;
  }

  #search(event) {
    this.#narrow({ q: event.target.value });
  }

  #narrow(change) {
    Object.assign(this, change);
    this.dispatchEvent(new CustomEvent('narrow', { detail: { show: this.show, q: this.q } }));
  }
}

customElements.define('orders-filter', OrdersFilter);
