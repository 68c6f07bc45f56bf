import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { signInByPassword } from '../requests.js';

/** E-mail and password; `done` with what the server answers, which may be one more step. */
class PasswordForm extends FormElement {
  static texts = { 401: 'sign-in.wrong' };

  render() {
    return html`<form class="form" @submit=${this.#enter}>
      ${field({ id: 'password-email', name: 'email', type: 'email', label: t('email'), autocomplete: 'username' })}
      ${field({ id: 'password', type: 'password', label: t('password'), autocomplete: 'current-password' })}
      ${this.trouble()}
      <p><button class="go" data-action="sign-in" ?disabled=${this.busy}>${t('sign-in.enter')}</button></p>
    </form>`;
  }

  #enter(event) {
    const { email, password } = submitted(event);
    this.attempt(async () => this.done(await signInByPassword(email, password)));
  }
}

customElements.define('password-form', PasswordForm);
