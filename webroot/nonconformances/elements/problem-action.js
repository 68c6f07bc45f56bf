import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { raiseAction, staff } from '../requests.js';

/** Has something done about it: what, by whom, until when. */
class ProblemAction extends FormElement {
  static properties = { page: { attribute: false }, people: { state: true } };

  #key = newKey();

  firstUpdated() {
    this.attempt(async () => (this.people = await staff()));
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('nonconformance.raise-action')}</h2>
      ${field({
        id: 'problem-action-text',
        name: 'text',
        label: t('problem-action.text'),
        maxlength: 500,
        error: this.wrong('text'),
      })}
      ${selection({
        name: 'owner',
        label: t('problem-action.owner'),
        options: (this.people ?? []).map(({ email, name }) => [email, name]),
      })}
      ${field({
        id: 'problem-action-due',
        name: 'due',
        type: 'date',
        label: t('problem-action.due'),
        min: today(),
        error: this.wrong('due'),
      })}
      ${this.trouble('text', 'due')}
      <p class="buttons">
        <button class="go" data-action="raise-action-now" ?disabled=${this.busy || !this.people}>
          ${t('nonconformance.raise-action')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    (await this.attempt(() => raiseAction(this.page.number, said, this.#key))) && this.done();
  };
}

customElements.define('problem-action', ProblemAction);
