import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { SORTS } from '../reading/rows.js';

const SHOWS = ['open', 'mine', 'waiting', 'closed'];

/** Narrows the inbox; raises `narrow` with what changed. */
class InboxFilter extends LightElement {
  static properties = {
    filter: { attribute: false },
    counts: { attribute: false },
    departments: { attribute: false },
  };

  render() {
    const { show, department, q, sort } = this.filter;
    return html`<div class="filters" role="search">
      <label class="search">
        <span class="visually-hidden">${t('inbox.search')}</span>
        <input
          type="search"
          name="q"
          .value=${q}
          placeholder=${t('inbox.search')}
          @input=${({ target }) => this.#narrow({ q: target.value })}
        />
      </label>
      <div class="kinds" role="group" aria-label=${t('inbox.show')}>
        ${SHOWS.map((one) => html`<button
          data-show=${one}
          aria-pressed=${one === show}
          @click=${() => this.#narrow({ show: one })}
        >${t(`inbox.${one}`)}${this.#count(one)}</button>`)}
      </div>
      ${this.departments.length > 1
        ? html`<label>
            <span class="visually-hidden">${t('inbox.department')}</span>
            <select name="department" @change=${({ target }) => this.#narrow({ department: target.value })}>
              <option value="">${t('inbox.department-any')}</option>
              ${this.departments.map(({ code, name }) => html`<option value=${code} ?selected=${code === department}>
                ${wording(name)}
              </option>`)}
            </select>
          </label>`
        : nothing}
      ${show === 'closed'
        ? nothing
        : html`<label>
            <span class="visually-hidden">${t('inbox.sort')}</span>
            <select name="sort" @change=${({ target }) => this.#narrow({ sort: target.value })}>
              ${SORTS.map((one) => html`<option value=${one} ?selected=${one === sort}>
                ${t(`inbox.sort-${one}`)}
              </option>`)}
            </select>
          </label>`}
    </div>`;
  }

  #count = (show) => (show in this.counts ? html` <span class="n">${this.counts[show]}</span>` : nothing);

  #narrow(detail) {
    this.dispatchEvent(new CustomEvent('narrow', { detail }));
  }
}

customElements.define('inbox-filter', InboxFilter);
