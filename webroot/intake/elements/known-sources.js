import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { forgetMapping, mappings, renameMapping } from '../requests.js';

/** Where files come from, by the columns that they have: each remembered under a name, which can be changed. */
class KnownSources extends FormElement {
  static texts = { 409: 'import.name-taken' };
  static properties = { kind: { attribute: false }, sources: { state: true }, renamed: { state: true } };

  #loaded;

  connectedCallback() {
    super.connectedCallback();
    this.reload();
  }

  /** Those that are taken, once that is known. */
  async names() {
    await this.#loaded;
    return (this.sources ?? []).map(({ name }) => name);
  }

  reload = () =>
    (this.#loaded = mappings().then(
      (answer) => (this.sources = answer.mappings.filter(({ kind }) => kind === this.kind)),
      (problem) => (this.problem = problem),
    ));

  render() {
    const { sources = [] } = this;
    return html`<section class="card sources" aria-labelledby="sources">
      <h2 id="sources">${t('import.sources')}</h2>
      <p class="soft">${t('import.sources-text')}</p>
      ${this.trouble('name')}
      ${sources.length === 0
        ? html`<p class="empty">${t('import.no-sources')}</p>`
        : html`<ul class="rows">
            ${sources.map((one) => html`<li data-source=${one.name}>${this.#source(one)}</li>`)}
          </ul>`}
    </section>`;
  }

  #source(source) {
    const { name, headers, changedAt, changedBy } = source;
    return html`<p><b>${name}</b> <span class="soft">${when(changedAt)} · ${changedBy}</span></p>
      ${headers.length > 0 ? html`<p class="soft columns">${headers.join(t('comma'))}</p>` : nothing}
      ${this.renamed === name
        ? this.#renaming(name)
        : html`<p class="buttons">
            <button class="quiet" data-action="rename" @click=${() => (this.renamed = name)}>
              ${t('import.rename')}
            </button>
            <button class="quiet danger" data-action="forget" ?disabled=${this.busy}
              @click=${() => this.#forget(name)}>${t('import.forget')}</button>
          </p>`}`;
  }

  #renaming(name) {
    return html`<form @submit=${(event) => this.#rename(name, event)}>
      ${field({
        id: 'source-name',
        name: 'name',
        label: t('import.source'),
        value: name,
        maxlength: 60,
        error: this.wrong('name'),
      })}
      <p class="buttons">
        <button class="go" ?disabled=${this.busy}>${t('import.rename')}</button>
        <button class="quiet" type="button" @click=${() => (this.renamed = undefined)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  updated(changed) {
    if (changed.has('renamed') && this.renamed) {
      this.querySelector('#source-name')?.focus();
    }
  }

  async #rename(name, event) {
    const to = submitted(event).name.trim();
    const done = to === name || (await this.attempt(() => renameMapping(name, to)));
    if (done) {
      this.renamed = undefined;
      await this.reload();
      this.dispatchEvent(new CustomEvent('renamed', { detail: { name, to } }));
    }
  }

  async #forget(name) {
    const question = {
      title: t('import.forget-title', { name }),
      text: t('import.forget-text'),
      go: t('import.forget'),
    };
    if ((await confirmed(question)) && (await this.attempt(() => forgetMapping(name)))) {
      await this.reload();
      this.dispatchEvent(new CustomEvent('forgotten', { detail: name }));
    }
  }
}

customElements.define('known-sources', KnownSources);
