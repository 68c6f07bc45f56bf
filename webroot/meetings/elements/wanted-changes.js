import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { amendments } from '../reading/minutes.js';

const LOOKS = { taken: 'ok', declined: '', open: 'warm' };

/** What those who came want to read otherwise: all for the house, one's own for customers. */
class WantedChanges extends LightElement {
  static properties = { page: { attribute: false } };

  render() {
    const { page } = this;
    const all = amendments(page);
    return html`<section class="card wanted" aria-labelledby="wanted">
      <div class="head">
        <h2 id="wanted">${t('wanted.title')}</h2>
        ${page.state === 'prepared' && page.can.includes('attend')
          ? html`<button class="quiet" data-action="amend-all" @click=${this.#amend}>${t('wanted.whole')}</button>`
          : nothing}
      </div>
      ${all.length === 0 ? html`<p class="soft">${t('wanted.none')}</p>` : nothing}
      <ul class="wanted-rows">${all.map((one) => this.#row(one))}</ul>
    </section>`;
  }

  #row(one) {
    const { page } = this;
    const line = page.lines?.[one.line];
    return html`<li data-amendment=${one.key}>
      <div class="head">
        <p><b>${one.by}</b>${one.company ? html` <span class="soft">${one.company}</span>` : nothing}
          <span class="soft">${when(one.at)}</span></p>
        <span class="chip ${LOOKS[one.state]}">${t(`wanted.${one.state}`)}</span>
      </div>
      ${line ? html`<p class="soft">${t('wanted.of', { text: line.text })}</p>` : nothing}
      <p>${one.text}</p>
      ${one.answer ? html`<p class="soft">${t('wanted.answer', { text: one.answer })}</p>` : nothing}
      ${one.state === 'open' && page.state === 'prepared' && page.can.includes('keep')
        ? html`<p class="buttons">
            <button class="quiet" data-action="decide" @click=${() => this.#decide(one)}>${t('wanted.decide')}</button>
          </p>`
        : nothing}
    </li>`;
  }

  #amend = async () => {
    await import('./line-form.js');
    const form = Object.assign(document.createElement('line-form'), { about: 'amend', number: this.page.number });
    await inDialog(form, t('amend-line.title'));
  };

  async #decide(amendment) {
    await import('./decide-form.js');
    const form = Object.assign(document.createElement('decide-form'), { amendment, number: this.page.number });
    await inDialog(form, t('wanted.decide'));
  }
}

customElements.define('wanted-changes', WantedChanges);
