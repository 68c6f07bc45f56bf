import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { more, size } from '../reading/health.js';

/** What the database and its largest tables take, and how that became more. */
class GrowthTable extends LightElement {
  static properties = { growth: { attribute: false } };

  render() {
    const { now, before, since, tables } = this.growth;
    return html`<section class="card" aria-labelledby="grows">
      <h2 id="grows">${t('health.grows')}</h2>
      <p class="soft">${t('health.grows-text')}</p>
      <table class="growth-table">
        <thead>
          <tr>
            <th scope="col">${t('health.table')}</th>
            <th scope="col">${t('health.now')}</th>
            ${since ? html`<th scope="col">${t('health.since', { date: date(since) })}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.#row(t('health.whole'), { now, before }, since)}
          ${tables.map((table) => this.#row(html`<code>${table.name}</code>`, table, since))}
        </tbody>
      </table>
    </section>`;
  }

  #row(name, { now, before }, since) {
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${size(now)}</td>
      ${since ? html`<td>${more(now, before)}</td>` : nothing}
    </tr>`;
  }
}

customElements.define('growth-table', GrowthTable);
