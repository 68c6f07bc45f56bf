import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { goneRecords, pullNow, refusedRecords } from '../requests.js';

/** Records that were refused, with why, or that the other system no longer has. */
class RecordList extends FormElement {
  static properties = { connector: { attribute: false }, which: {}, page: { state: true } };

  firstUpdated() {
    const records = this.which === 'refused' ? refusedRecords : goneRecords;
    this.attempt(async () => {
      this.page = await records(this.connector.code);
    });
  }

  render() {
    return html`<h2>${t(`records.${this.which}`, this.connector)}</h2>
      <p class="soft">${t(`records.${this.which}-about`)}</p>
      ${this.trouble()}
      <ul class="rows">
        ${(this.page?.records ?? []).map(
          (one) => html`<li data-record=${one.record}>
            <strong>${one.record}</strong> <span class="soft">${t('records.since', { when: when(one.since) })}</span>
            ${(one.faults ?? []).map((fault) => html`<span class="row-line">${fault.column} ${fault.reason}</span>`)}
          </li>`,
        )}
      </ul>
      ${this.page?.next ? html`<p class="soft">${t('records.more')}</p>` : nothing}
      <p class="buttons">
        ${this.which === 'refused'
          ? html`<button class="go" data-action="again" ?disabled=${this.busy} @click=${this.#again}>
              ${t('records.again')}
            </button>`
          : nothing}
        <button class="quiet" data-action="close" @click=${() => this.done()}>${t('close')}</button>
      </p>`;
  }

  #again = async () => {
    if (await this.attempt(() => pullNow(this.connector.code, { scope: 'changes' }))) {
      this.done();
    }
  };
}

customElements.define('record-list', RecordList);
