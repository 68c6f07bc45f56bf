import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { leftBecause } from '../reading/outcomes.js';
import { touched } from '../requests.js';

/** The orders that an import touched, asked for when somebody wants to see them. */
class TouchedOrders extends LightElement {
  static properties = { run: { attribute: false }, count: { attribute: false }, list: { state: true } };

  render() {
    return html`<details class="disclosure" @toggle=${this.#open}>
      <summary>${t('import.touched', { count: this.count })}</summary>
      ${this.list?.show(
        (items) => html`<ul>${items.map((one) => html`<li>${this.#order(one)}</li>`)}</ul>`,
        t('import.no-touched'),
      )}
    </details>`;
  }

  #open = ({ target }) => {
    if (target.open && !this.list) {
      this.list = new Listing(this, 'touched', (after) => touched(this.run, after));
    }
  };

  #order({ order, created, reports, takenBackAt, left }) {
    const did = [
      created && t('import.fate.created'),
      reports > 0 && t('import.reports.taken', { count: reports }),
      !created && reports === 0 && t('import.fate.changed'),
      takenBackAt && t('import.back-at', { when: when(takenBackAt) }),
      left && leftBecause(left),
    ];
    const name = created && takenBackAt ? order : html`<a href="/orders/${encodeURIComponent(order)}">${order}</a>`;
    return html`${name} <span class="soft">${did.filter(Boolean).join(' · ')}</span>`;
  }
}

customElements.define('touched-orders', TouchedOrders);
