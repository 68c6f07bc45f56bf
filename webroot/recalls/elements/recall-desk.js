import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { newKey } from '../../base/ask.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { inOrder } from '../reading/notices.js';
import { tellAll } from '../requests.js';
import './company-notice.js';
import './recall-form.js';
import './recall-sums.js';

/** Where staff write once what the companies are told, look at it for each, and tell all in one act. */
class RecallDesk extends FormElement {
  static properties = { page: { attribute: false }, editing: { state: true }, told: { state: true } };
  static texts = { 409: 'recall.changed-since' };

  render() {
    const { page } = this;
    return html`<article class="manage recall-desk">
      <p><a href="/nonconformances/${page.number}">${t('recall.nonconformance', { number: page.number })}</a></p>
      <h1>${t('recall.desk')}</h1>
      ${this.#sums()} ${this.#written()} ${page.written ? this.#tell() : nothing} ${this.#companies()}
    </article>`;
  }

  #sums() {
    return html`<section class="card" aria-labelledby="how-far">
      <h2 id="how-far">${t('recall.how-far')}</h2>
      <recall-sums .page=${this.page}></recall-sums>
    </section>`;
  }

  #written() {
    const { written } = this.page;
    if (this.editing || !written) {
      return html`<recall-form
        class="card"
        .number=${this.page.number}
        .written=${written}
        @done=${() => (this.editing = false)}
      ></recall-form>`;
    }
    return html`<p class="buttons">
      <button type="button" class="quiet" data-action="edit" @click=${() => (this.editing = true)}>
        ${t('recall.edit')}
      </button>
      <span class="soft">${t('recall.written-by', { by: written.saved.by, when: when(written.saved.at) })}</span>
    </p>`;
  }

  #tell() {
    const { toTell, told } = this.page;
    return html`<section class="card recall-tell" aria-labelledby="tell">
      <h2 id="tell">${t('recall.tell')}</h2>
      <p>${toTell > 0 ? t('recall.to-tell', { count: toTell }) : t('recall.all-told')}</p>
      ${told ? html`<p class="soft">${t('recall.told-by', { by: told.by, when: when(told.at) })}</p>` : nothing}
      ${this.trouble()}
      ${toTell > 0
        ? html`<p class="buttons">
            <button type="button" class="go" data-action="tell" ?disabled=${this.busy} @click=${this.#tellAll}>
              ${t('recall.tell-all', { count: toTell })}
            </button>
          </p>`
        : nothing}
      <p role="status">${this.told === undefined ? '' : t('recall.told-now', { count: this.told })}</p>
    </section>`;
  }

  #companies() {
    const rows = inOrder(this.page.companies);
    return html`<section aria-labelledby="companies">
      <h2 id="companies">${t('recall.companies', { count: rows.length })}</h2>
      ${rows.length === 0 ? html`<p class="soft">${t('recall.nobody')}</p>` : nothing}
      <ul class="recall-companies">
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => html`<li class="card">
            <company-notice .row=${row} .written=${this.page.written}></company-notice>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #tellAll = async () => {
    const { number: nonconformance, preview, toTell } = this.page;
    const isSure = await confirmed({
      title: t('recall.tell-all', { count: toTell }),
      text: t('recall.tell-sure'),
      go: t('recall.tell-go'),
    });
    isSure &&
      (await this.attempt(async () => {
        this.told = (await tellAll(nonconformance, preview, newKey())).told;
      }));
  };
}

customElements.define('recall-desk', RecallDesk);
