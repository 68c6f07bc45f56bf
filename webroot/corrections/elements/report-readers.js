import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { share, takeBack } from '../requests.js';

/** Which companies it concerns, what each would read, and which of them do. */
class ReportReaders extends FormElement {
  static properties = {
    number: { attribute: false },
    page: { attribute: false },
    decides: { type: Boolean },
  };
  static texts = { 422: 'eight-d.names-others' };

  render() {
    const { readers } = this.page;
    return readers.length > 0
      ? html`<section class="card" aria-labelledby="report-readers">
          <h2 id="report-readers">${t('eight-d.readers')}</h2>
          <p class="soft">${t('eight-d.readers-hint')}</p>
          <ul class="correction-list">
            ${readers.map((reader) => this.#reader(reader))}
          </ul>
          ${this.trouble()}
        </section>`
      : nothing;
  }

  #reader({ company, name, sharedAt, sharedBy }) {
    const address = `/nonconformances/${this.number}/report?company=${encodeURIComponent(company)}`;
    return html`<li data-reader=${company}>
      <span>
        <strong>${name}</strong>
        <span class="soft">${sharedAt
          ? t('eight-d.shared', { by: sharedBy, at: when(sharedAt) })
          : t('eight-d.not-shared')}</span>
      </span>
      <p class="buttons">
        <a href=${address}>${t('eight-d.as-they-read')}</a>
        ${this.decides ? this.#button(company, name, sharedAt !== undefined) : nothing}
      </p>
    </li>`;
  }

  #button(company, name, isShared) {
    const act = isShared ? takeBack : share;
    return html`<button
      class="quiet"
      data-action=${isShared ? 'take-back' : 'share'}
      ?disabled=${this.busy}
      aria-label=${t(isShared ? 'eight-d.take-back-from' : 'eight-d.share-with', { name })}
      @click=${() => this.attempt(() => act(this.number, company))}
    >
      ${t(isShared ? 'eight-d.take-back' : 'eight-d.share')}
    </button>`;
  }
}

customElements.define('report-readers', ReportReaders);
