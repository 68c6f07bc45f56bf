import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { submitted } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { departments, handOn } from '../requests.js';
import { VoiceForm } from './voice-form.js';

/** Hands a message on to another department, with the reason that the customer reads. */
class HandOnForm extends VoiceForm {
  static properties = { all: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.all = [];
    this.#load();
  }

  async #load() {
    await this.attempt(async () => {
      this.all = (await departments()).departments;
    });
    await this.updateComplete;
    this.querySelector('select')?.focus();
  }

  render() {
    const others = this.all.filter(({ code }) => code !== this.page.department.code);
    return html`<form class="form" @submit=${this.#send}>
      <h2>${t('hand-on.title')}</h2>
      <p class="soft">${t('hand-on.text')}</p>
      ${selection({
        name: 'department',
        label: t('hand-on.to'),
        options: others.map(({ code, name }) => [code, wording(name)]),
      })}
      ${field({
        id: 'hand-on-reason',
        name: 'reason',
        label: t('hand-on.reason'),
        hint: t('hand-on.hint'),
        maxlength: 300,
        error: this.wrong('reason'),
      })}
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go" data-action="hand-on-now" ?disabled=${this.busy || others.length === 0}>${t(
          'hand-on.go',
        )}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = (event) => {
    const { department, reason } = submitted(event);
    this.act(async (page) => this.done(await handOn(page, { department, reason: reason.trim() })));
  };
}

customElements.define('hand-on-form', HandOnForm);
