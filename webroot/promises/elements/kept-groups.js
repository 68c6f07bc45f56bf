import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { share } from '../reading/kept.js';

/** The same by company, product or routing; each can be looked at by itself. */
class KeptGroups extends LightElement {
  static properties = { by: {}, groups: { attribute: false } };

  render() {
    return this.groups.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="kept-groups">
          <h2 id="kept-groups">${t(`kept.by-${this.by}`)}</h2>
          <div class="scroll" role="region" tabindex="0" aria-label=${t('kept.table')}>${this.#table()}</div>
        </section>`;
  }

  #table() {
    return html`<table class="kept-table">
      <thead>
        <tr>
          <th scope="col" rowspan="2">${t(`kept.one-${this.by}`)}</th>
          <th scope="colgroup" colspan="2">${t('kept.against-first')}</th>
          <th scope="colgroup" colspan="2">${t('kept.against-agreed')}</th>
        </tr>
        <tr>
          ${['first', 'agreed'].map(() => html`<th scope="col">${t('kept.on-time')}</th>
            <th scope="col">${t('kept.in-full')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.groups.map(({ key, name, first, agreed }) => html`<tr>
          <th scope="row">
            <button class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('only', { detail: key }))}>
              ${name || '–'}
            </button>
          </th>
          ${[first, agreed].map((one) => html`<td>${share(one.onTime, one.n)}</td>
            <td>${share(one.inFull, one.counted)}</td>`)}
        </tr>`)}
      </tbody>
    </table>`;
  }
}

customElements.define('kept-groups', KeptGroups);
