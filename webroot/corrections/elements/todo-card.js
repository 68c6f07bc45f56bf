import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { t } from '../../base/words.js';
import { doneLine, provenBy } from '../reading/corrections.js';

/** What is done about it, what for, and whether it worked. */
class TodoCard extends LightElement {
  static properties = {
    number: { attribute: false },
    page: { attribute: false },
    about: { attribute: false },
    raises: { type: Boolean },
    decides: { type: Boolean },
  };

  render() {
    const actions = this.page.report.actions ?? [];
    return html`<section class="card" aria-labelledby="corrections">
      <h2 id="corrections">${t('corrections.title')}</h2>
      ${actions.length === 0
        ? html`<p class="soft">${t('corrections.none')}</p>`
        : html`<ul class="correction-list">
            ${actions.map((one) => this.#action(one))}
          </ul>`}
      ${this.raises
        ? html`<p class="buttons">
            <button class="quiet" data-action="raise-correction" @click=${() => this.#open('correction-form')}>
              ${t('corrections.raise')}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  #action(one) {
    const { provenAt } = one.proof ?? {};
    return html`<li data-correction=${one.number}>
      <span>
        <a href="/actions/${one.number}">${one.text}</a>
        ${one.purpose ? html`<span class="chip">${t(`purpose.${one.purpose}`)}</span>` : nothing}
      </span>
      <span class="soft">${doneLine(one)}</span>
      <span class="proof ${provenAt ? 'ok' : ''}">${provenBy(one).join(t('space'))}</span>
      ${this.decides
        ? html`<p class="buttons">
            <button
              class="quiet"
              data-action="purpose"
              aria-label=${t('corrections.purpose-of', { text: one.text })}
              @click=${() => this.#open('purpose-form', one)}
            >
              ${t('corrections.purpose')}
            </button>
          </p>`
        : nothing}
    </li>`;
  }

  async #open(name, action) {
    await (action ? import('./purpose-form.js') : import('./correction-form.js'));
    const { number, about } = this;
    const form = Object.assign(document.createElement(name), { number, about, action });
    await inDialog(form, t(action ? 'corrections.purpose' : 'corrections.raise'));
  }
}

customElements.define('todo-card', TodoCard);
