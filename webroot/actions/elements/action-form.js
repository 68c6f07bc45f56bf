import { html } from 'lit';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { newKey } from '../../base/ask.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { nextWeek } from '../reading/actions.js';
import { choices, make } from '../requests.js';

/** Makes an action: what, who, until when, and which companies raised it. */
class ActionForm extends FormElement {
  static properties = { all: { state: true } };

  #key = newKey();

  firstUpdated() {
    this.attempt(async () => (this.all = await choices()));
  }

  render() {
    return html`<form class="form" @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2 class="form-title">${t('action-form.title')}</h2>
      ${field({
        id: 'action-text',
        name: 'text',
        label: t('action-form.text'),
        maxlength: 500,
        error: this.wrong('text'),
      })}
      ${selection({
        name: 'owner',
        label: t('action-form.owner'),
        options: (this.all?.staff ?? []).map(({ email, name }) => [email, name]),
      })}
      ${field({
        id: 'action-due',
        name: 'due',
        type: 'date',
        label: t('action-form.due'),
        value: nextWeek(),
        min: today(),
        error: this.wrong('due'),
      })}
      <details class="disclosure">
        <summary>${t('action-form.companies')}</summary>
        ${choicesOf({
          name: 'company',
          legend: t('action-form.raised-by'),
          hint: t('action-form.companies-hint'),
          options: (this.all?.companies ?? []).map(({ code, name }) => [code, name]),
          chosen: [],
          error: this.wrong('companies'),
        })}
      </details>
      ${this.trouble('text', 'due', 'companies')}
      <p class="buttons">
        <button class="go" data-action="make-now" ?disabled=${this.busy || !this.all}>${t('action-form.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const companies = new FormData(event.target).getAll('company');
    const { text, owner, due } = submitted(event);
    (await this.attempt(() => make({ text, owner, due, companies }, this.#key))) && this.done();
  };
}

customElements.define('action-form', ActionForm);
