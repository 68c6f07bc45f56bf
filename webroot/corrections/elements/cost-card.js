import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { money, t } from '../../base/words.js';
import { costRows } from '../reading/corrections.js';

/** What it costs, for staff alone: by currency, and entry by entry. */
class CostCard extends LightElement {
  static properties = {
    number: { attribute: false },
    costs: { attribute: false },
    decides: { type: Boolean },
  };

  render() {
    const { sums } = this.costs;
    const rows = costRows(this.costs);
    return html`<section class="card" aria-labelledby="costs">
      <h2 id="costs">${t('costs.title')}</h2>
      <p class="soft">${t('costs.hint')}</p>
      ${sums.length > 0
        ? html`<p class="cost-sums">${sums.map(({ amount, currency }) => money(amount, currency)).join(' · ')}</p>`
        : html`<p class="soft">${t('costs.none')}</p>`}
      ${rows.length > 0
        ? html`<details>
            <summary>${t('costs.entries', { count: rows.length })}</summary>
            <ul class="correction-list">
              ${rows.map((row) => this.#row(row))}
            </ul>
          </details>`
        : nothing}
      ${this.decides
        ? html`<p class="buttons">
            <button class="quiet" data-action="book-cost" @click=${() => this.#open('cost-form', 'costs.book')}>
              ${t('costs.book')}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  #row(row) {
    const amount = money(row.amount, row.currency);
    return html`<li data-cost=${row.id}>
      <span>
        <strong class="cost-amount">${amount}</strong> ${t(`cost.${row.kind}`)}
        ${row.against ? html`<span class="chip">${t('costs.against')}</span>` : nothing}
        ${row.isTakenBack ? html`<span class="chip">${t('costs.taken-back')}</span>` : nothing}
      </span>
      ${row.note ? html`<span>${row.note}</span>` : nothing}
      <span class="soft">${row.by} · ${day(row.at)}</span>
      ${this.decides && !row.against && !row.isTakenBack
        ? html`<p class="buttons">
            <button
              class="quiet"
              data-action="take-cost-back"
              aria-label=${t('costs.take-back-of', { amount })}
              @click=${() => this.#open('cost-reversal', 'costs.take-back', row)}
            >
              ${t('costs.take-back')}
            </button>
          </p>`
        : nothing}
    </li>`;
  }

  async #open(name, label, row) {
    await (row ? import('./cost-reversal.js') : import('./cost-form.js'));
    const { number } = this;
    await inDialog(Object.assign(document.createElement(name), { number, row }), t(label));
  }
}

customElements.define('cost-card', CostCard);
