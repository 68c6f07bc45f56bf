import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { named } from '../reading/sentences.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];

/** Narrows the board to a company, a tier or a word; raises `narrow`. */
class BoardFilter extends LightElement {
  static properties = { rows: { attribute: false }, filter: { attribute: false } };

  render() {
    const companies = new Map(this.rows.map(({ company }) => [company?.code, company?.name]));
    companies.delete(undefined);
    const tiers = new Set(this.rows.map(({ company }) => company?.tier));
    return html`<div class="filters" role="search">
      <label class="search">
        <span class="visually-hidden">${t('board.search')}</span>
        <input
          type="search"
          name="q"
          .value=${this.filter.q ?? ''}
          placeholder=${t('board.search')}
          @input=${this.#narrow}
        />
      </label>
      ${this.#select('companyCode', 'board.company', [...companies].sort(([, a], [, b]) => a.localeCompare(b)))}
      ${this.#select(
        'tier',
        'board.tier',
        TIERS.filter((tier) => tiers.has(tier)).map((tier) => [tier, named('tier', tier)]),
      )}
    </div>`;
  }

  #select(name, label, options) {
    return options.length < 2
      ? nothing
      : html`<label>
          <span class="visually-hidden">${t(label)}</span>
          <select name=${name} @change=${this.#narrow}>
            <option value="">${t(`${label}-any`)}</option>
            ${options.map(([value, text]) => html`<option
              value=${value}
              ?selected=${value === this.filter[name]}
            >${text}</option>`)}
          </select>
        </label>`;
  }

  #narrow(event) {
    const { name, value } = event.target;
    this.filter = { ...this.filter, [name]: value }; // The board may take a while to say it back.
    this.dispatchEvent(new CustomEvent('narrow', { detail: this.filter }));
  }
}

customElements.define('board-filter', BoardFilter);
