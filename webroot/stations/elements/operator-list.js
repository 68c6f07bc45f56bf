import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { drawn, operators, removeOperator } from '../requests.js';
import './code-sheet.js';
import './operator-form.js';
import './operator-import.js';

/** Who reports at stations, and their badges to print. */
class OperatorList extends FormElement {
  static properties = {
    operators: { attribute: false },
    said: { state: true },
    /** Badges that are shown to be printed. */
    badges: { state: true },
  };

  render() {
    return html`<section class="manage" aria-labelledby="operators">
      <div class="head">
        <h2 id="operators">${t('operators.title')}</h2>
        <p class="buttons">
          <button class="go" data-action="add-operator" @click=${() => this.#edit()}>${t('operators.add')}</button>
          <button class="quiet" data-action="add-several" @click=${this.#several}>${t('operators.add-several')}</button>
        </p>
      </div>
      <p class="soft">${t('operators.about')}</p>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()}
      ${this.operators.length === 0
        ? html`<p class="empty">${t('operators.none')}</p>`
        : html`<ul class="rows card">
              ${this.operators.map((one) => html`<li data-operator=${one.name}>${this.#row(one)}</li>`)}
            </ul>
            <p class="buttons">
              <button class="quiet" data-action="badges" ?disabled=${this.busy} @click=${this.#badges}>
                ${t('operators.badges')}
              </button>
            </p>`}
      ${this.badges ? html`<code-sheet .codes=${this.badges} name=${t('operators.badges')}></code-sheet>` : nothing}
    </section>`;
  }

  #row(one) {
    return html`<div class="row operator-row">
      <p class="row-main">
        <strong>${one.name}</strong> <span class="row-line soft">${t('operators.badge', one)}</span>
      </p>
      <p class="buttons">
        <button class="quiet" data-action="change" @click=${() => this.#edit(one)}>
          ${t('operators.change')}<span class="visually-hidden">${t('colon')}${one.name}</span>
        </button>
        <button class="quiet" data-action="remove" ?disabled=${this.busy} @click=${() => this.#remove(one)}>
          ${t('operators.remove')}<span class="visually-hidden">${t('colon')}${one.name}</span>
        </button>
      </p>
    </div>`;
  }

  async #edit(operator) {
    const form = Object.assign(document.createElement('operator-form'), { operator });
    const saved = await inDialog(form, t(operator ? 'operators.change-title' : 'operators.add'));
    saved && (await this.#after('operators.saved', saved));
  }

  #several = async () => {
    const count = await inDialog(document.createElement('operator-import'), t('operators.add-several'));
    count && (await this.#renew(t('operators.added-several', { count })));
  };

  async #remove(operator) {
    const go = t('operators.remove');
    const question = { title: t('operators.remove-title', operator), text: t('operators.remove-text'), go };
    if ((await confirmed(question)) && (await this.attempt(() => removeOperator(operator.id)))) {
      await this.#after('operators.removed', operator);
    }
  }

  #after(said, { name }) {
    return this.#renew(t(said, { name }));
  }

  #renew(said) {
    return this.attempt(async () => {
      this.operators = await operators();
      this.badges = undefined;
      this.said = said;
    });
  }

  #badges = () =>
    this.attempt(async () => {
      const texts = this.operators.map(({ badge }) => `VT-BADGE:${badge}`);
      const pictures = await drawn(texts);
      this.badges = this.operators.map(({ name, badge }, at) => ({ title: name, text: badge, svg: pictures[at] }));
    });
}

customElements.define('operator-list', OperatorList);
