import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { ran } from '../reading/connectors.js';
import { previewPull } from '../requests.js';

/** What a pull would do; nothing is kept of it. */
class PullPreview extends FormElement {
  static properties = { connector: { attribute: false }, preview: { state: true } };

  firstUpdated() {
    this.attempt(async () => {
      this.preview = await previewPull(this.connector.code);
    });
  }

  render() {
    return html`<h2>${t('preview.title', this.connector)}</h2>
      <p role="status">${this.#sum()}</p>
      ${this.trouble()}
      <ul class="rows">
        ${(this.preview?.records ?? []).map((one) => this.#record(one))}
      </ul>
      <p class="buttons">
        <button class="quiet" data-action="close" @click=${() => this.done()}>${t('close')}</button>
      </p>`;
  }

  #sum() {
    if (!this.preview) {
      return this.busy ? t('preview.reading') : '';
    }
    const { whole, counts } = this.preview;
    return html`${ran(counts)} ${whole ? nothing : t('preview.part')}`;
  }

  #record({ record, fate, changes, faults }) {
    return html`<li data-fate=${fate}>
      <strong>${record}</strong> <span class="soft">${t(`preview.${fate}`)}</span>
      ${(changes ?? []).map(
        (one) => html`<span class="row-line">
          ${t('preview.change', { column: one.column, before: one.before ?? '–', after: one.after ?? '–' })}
        </span>`,
      )}
      ${(faults ?? []).map((one) => html`<span class="row-line">${one.column} ${one.reason}</span>`)}
    </li>`;
  }
}

customElements.define('pull-preview', PullPreview);
