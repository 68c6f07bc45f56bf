import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { howLong, needOf, needText, rhythmOf, whyOf } from '../reading/loyalty.js';
import '../../base/elements/tier-mark.js';

/** One company: for how long, how often, and why somebody should look after it. */
class LoyaltyRow extends LightElement {
  static properties = { row: { attribute: false }, today: {} };

  render() {
    const { company, months, model, signs, orders } = this.row;
    const need = needOf(this.row);
    const facts = [
      orders && t('loyalty.customer-for', { time: howLong(months) }),
      ...rhythmOf(this.row, this.today),
      model && t('loyalty.alive', { percent: number(Math.round(model.alive)), orders: number(model.expected) }),
      need && needText(need),
    ].filter(Boolean);
    return html`<p class="loyalty-name">
        <a href="/companies/${encodeURIComponent(company.code)}">${company.name}</a>
        <tier-mark tier=${company.tier}></tier-mark>
      </p>
      <p class="soft">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
      ${signs.length > 0
        ? html`<ul class="loyalty-signs" aria-label=${t('loyalty.signs')}>
            ${signs.map((sign) => html`<li data-sign=${sign.kind}>${whyOf(sign)}</li>`)}
          </ul>`
        : nothing}`;
  }
}

customElements.define('loyalty-row', LoyaltyRow);
