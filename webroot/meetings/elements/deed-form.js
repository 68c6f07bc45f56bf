import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { makeAction, staff } from '../table-requests.js';

const FORTNIGHT_MILLIS = 14 * 24 * 3_600_000;

/** A line becomes an action: who does it, and until when. */
class DeedForm extends FormElement {
  static properties = { number: { type: Number }, line: { attribute: false }, people: { state: true } };

  #key = newKey();

  firstUpdated() {
    this.attempt(async () => (this.people = (await staff()).staff));
  }

  render() {
    return html`<form class="form" @submit=${this.#save} @input=${() => (this.#key = newKey())}>
      <h2>${t('line.make-action')}</h2>
      <p>${this.line.text}</p>
      ${selection({
        name: 'owner',
        label: t('deed.owner'),
        options: (this.people ?? []).map(({ email, name }) => [email, name]),
      })}
      ${field({ id: 'deed-due', name: 'due', type: 'date', label: t('deed.due'), min: today(),
        value: today(Date.now() + FORTNIGHT_MILLIS), hint: t('deed.hint'), error: this.wrong('due') })}
      ${this.trouble('due')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy || !this.people}>${t('line.make-action')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { owner, due } = submitted(event);
    this.attempt(async () => {
      await makeAction(this.number, this.line.key, { owner, due }, this.#key);
      this.done(true);
    });
  };
}

customElements.define('deed-form', DeedForm);
