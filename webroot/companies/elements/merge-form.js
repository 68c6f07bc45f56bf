import { html, nothing } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { kindOf } from '../reading/company.js';
import { companies, mergeInto, previewMerge } from '../requests.js';
import '../../base/elements/tier-mark.js';

const PAUSE_MILLIS = 250;
const MOVES = ['people', 'orders', 'voices', 'meetings', 'links'];

/** Merges a company into another: which one, what moves, and then for good. `done` with what has moved. */
class MergeForm extends FormElement {
  static properties = {
    company: { attribute: false },
    me: { attribute: false },
    q: { state: true },
    preview: { state: true },
  };
  static texts = { 409: 'merge.vote' };

  #list = new Listing(this, 'companies', (after) => companies({ q: this.q, after, limit: 20 }));
  #pause;

  render() {
    return html`<section class="form merge-form">
      <h2>${t('merge.title', { name: this.company.name })}</h2>
      ${this.preview ? this.#question() : this.#choice()}
      ${this.trouble()}
      <p class="buttons">
        ${this.preview
          ? html`<button class="go danger" data-action="merge" ?disabled=${this.busy} @click=${this.#merge}>
                ${t('merge.go')}
              </button>
              <button class="quiet" data-action="back" @click=${() => (this.preview = undefined)}>
                ${t('merge.back')}
              </button>`
          : nothing}
        <button class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </section>`;
  }

  #choice() {
    return html`<p class="soft">${t('merge.text')}</p>
      <label class="entry">
        <span>${t('merge.into')}</span>
        <input type="search" name="q" placeholder=${t('merge.search')} autocomplete="off" @input=${this.#search} />
      </label>
      ${this.#list.show((items) => this.#rows(items), t('merge.none'))}`;
  }

  #rows(items) {
    const others = items.filter(({ code }) => code !== this.company.code);
    return others.length === 0
      ? html`<p class="empty">${t('merge.none')}</p>`
      : html`<ul class="merge-choice">
          ${others.map(
            (one) => html`<li><button class="quiet" data-company=${one.code} @click=${() => this.#choose(one)}>
              <span><b>${one.name}</b> <tier-mark tier=${one.tier}></tier-mark></span>
              <span class="soft">${one.code} · ${kindOf(one)}</span>
            </button></li>`,
          )}
        </ul>`;
  }

  #question() {
    const { into, merged } = this.preview;
    const { name } = into;
    return html`<h3>${t('merge.preview', { name })}</h3>
      <ul class="merge-moves">
        ${MOVES.map((what) => html`<li>${t(`merge.${what}`, { count: this.preview[what] })}</li>`)}
      </ul>
      <p>${t('merge.nothing', { name })}</p>
      <p>${t('merge.code', { name, code: merged.code, merged: merged.name })}</p>
      <p class="merge-warning"><b>${t('merge.no-undo')}</b></p>`;
  }

  #search = ({ target: { value } }) => {
    this.q = value;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#list.reload(), PAUSE_MILLIS);
  };

  async #choose({ code }) {
    await this.attempt(async () => (this.preview = await previewMerge(this.company.code, code)));
    await this.updateComplete;
    this.querySelector('[data-action=back]')?.focus(); // The careful answer is the one at hand.
  }

  #merge = () =>
    this.attempt(async () => {
      this.done(await proved(this.me, () => mergeInto(this.company.code, this.preview.into.code)));
    });
}

customElements.define('merge-form', MergeForm);
