import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { askForLink } from '../requests.js';

/** Asks for a sign-in link; whether the address is known is not told. `done` with the address. */
class LinkForm extends FormElement {
  render() {
    return html`<form class="form" @submit=${this.#ask}>
      ${field({
        id: 'link-email',
        name: 'email',
        type: 'email',
        label: t('email'),
        autocomplete: 'username',
        error: this.wrong('email'),
      })}
      ${this.trouble('email')}
      <p><button class="go" data-action="ask-link" ?disabled=${this.busy}>${t('sign-in.send')}</button></p>
    </form>`;
  }

  async #ask(event) {
    const { email } = submitted(event);
    if (await this.attempt(() => askForLink(email))) {
      this.done(email);
    }
  }
}

customElements.define('link-form', LinkForm);
