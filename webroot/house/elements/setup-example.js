import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { example, fillExample, takeExampleAway } from '../requests.js';

/** An example to look around in, and all of it taken away again. */
class SetupExample extends FormElement {
  static properties = { found: { state: true }, said: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.found = await example()));
  }

  render() {
    const company = this.found?.company;
    return html`<section class="card setup-example" aria-labelledby="setup-example">
      <h2 id="setup-example">${t('setup.example.title')}</h2>
      <p class="soft">${t('setup.example.text')}</p>
      ${company
        ? html`<p data-about="example">
            <span class="chip">${t('setup.example.chip')}</span>
            <a href="/companies/${encodeURIComponent(company.code)}">${company.name}</a>
            <span class="soft">${this.#has()}</span>
          </p>`
        : nothing}
      <p role="status">${this.said ?? ''}</p>
      ${this.#refused(company)} ${this.found ? this.#button(company) : nothing}
    </section>`;
  }

  #refused(company) {
    return this.problem?.status === 409
      ? html`<p class="trouble" role="alert">${t(company ? 'setup.example.stays' : 'setup.example.taken')}</p>`
      : this.trouble();
  }

  #button(company) {
    return html`<p class="buttons">
      ${company
        ? html`<button type="button" class="quiet" data-action="take-away" ?disabled=${this.busy} @click=${this.#ask}>
            ${t('setup.example.take-away')}
          </button>`
        : html`<button type="button" class="quiet" data-action="fill" ?disabled=${this.busy} @click=${this.#fill}>
            ${t('setup.example.fill')}
          </button>`}
    </p>`;
  }

  #has() {
    return this.found.has
      .map(({ what, count }) => t(`setup.example.${what}`, { count }))
      .join(t('setup.example.between'));
  }

  #fill() {
    this.said = t('setup.example.filling');
    this.attempt(async () => (this.found = await fillExample())).then((worked) => {
      this.said = worked ? t('setup.example.filled') : undefined;
    });
  }

  /** What goes is read anew: somebody may have added to it since the page was opened. */
  async #ask() {
    await this.attempt(async () => (this.found = await example()));
    const question = {
      title: t('setup.example.sure'),
      text: t('setup.example.goes', { what: this.#has() }),
      go: t('setup.example.take-away'),
    };
    if (!this.problem && (await confirmed(question)) && (await this.attempt(takeExampleAway))) {
      this.found = { has: [] };
      this.said = t('setup.example.gone');
    }
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }
}

customElements.define('setup-example', SetupExample);
