import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { days, day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { figure } from '../reading/amounts.js';
import { stages } from '../reading/order.js';

const began = ([, a], [, b]) => (a.began ?? '').localeCompare(b.began ?? '');

/** What happened inside each stage: the shop floor's own operations, for who wants to know. */
class StageDetails extends LightElement {
  static properties = { line: { attribute: false } };

  render() {
    const told = stages(this.line).filter((stage) => Object.keys(stage.operations ?? {}).length > 0);
    const { unmapped } = this.line;
    return html`${repeat(
        told,
        (stage) => stage.code,
        (stage) => this.#disclosure(stage.code, wording(stage.name), stage.operations),
      )}
      ${unmapped && Object.keys(unmapped).length > 0
        ? this.#disclosure('unmapped', t('operations.unmapped'), unmapped, t('operations.unmapped-why'))
        : nothing}`;
  }

  #disclosure(code, name, operations, why) {
    const entries = Object.entries(operations).sort(began);
    return html`<details class="inside" data-stage=${code}>
      <summary>${name} <span class="soft">${t('operations.count', { count: entries.length })}</span></summary>
      ${why ? html`<p class="soft">${why}</p>` : nothing}
      <div class="scroll" role="region" tabindex="0" aria-label=${t('operations.of', { stage: name })}>
        <table>
          <thead>
            <tr>
              ${['operation', 'when', 'good', 'rejected', 'scrapped'].map(
                (column) => html`<th scope="col">${t(`operations.${column}`)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>${entries.map(([key, operation]) => this.#row(key, operation))}</tbody>
        </table>
      </div>
    </details>`;
  }

  #row(key, { name, began: from, ended: to, good = 0, rejected = 0, scrapped = 0, rework }) {
    return html`<tr data-operation=${key}>
      <th scope="row">
              ${wording(name) || key} ${rework ? html`<span class="chip">${t('operations.rework')}</span>` : nothing}
            </th>
      <td>${from && to ? days(from, to) : from ? t('stage.since', { date: day(from) }) : '–'}</td>
      ${[good, rejected, scrapped].map((counted) => html`<td>${figure(counted, this.line.unit)}</td>`)}
    </tr>`;
  }
}

customElements.define('stage-details', StageDetails);
