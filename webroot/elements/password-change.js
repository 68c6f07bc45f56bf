import { html, nothing } from 'lit';
import { changePassword } from '../api/client.js';
import { t } from '../i18n/words.js';
import { field } from './field.js';
import { FormElement, submitted } from './form-element.js';

const SHORTEST = 12;

/** Sets or changes one's password. */
class PasswordChange extends FormElement {
  static properties = { has: { type: Boolean }, email: {}, changed: { state: true } };
  static texts = { 401: 'password.wrong', 403: 'password.wrong' };

  render() {
    return html`<p class="soft">${t(this.has ? 'password.has' : 'password.none')}</p>
      <form class="form" @submit=${this.#change}>
        <input type="text" name="username" autocomplete="username" .value=${this.email ?? ''} hidden />
        ${this.has
          ? field({ id: 'current', type: 'password', label: t('password.current'), autocomplete: 'current-password', error: this.wrong('current') })
          : nothing}
        ${field({
          id: 'new-password',
          name: 'password',
          type: 'password',
          label: t('password.new'),
          hint: t('password.rule', { count: SHORTEST }),
          autocomplete: 'new-password',
          minlength: SHORTEST,
          error: this.wrong('password'),
        })}
        ${this.trouble('current', 'password')}
        <p class="buttons">
          <button class="go" data-action="change-password" ?disabled=${this.busy}>${t(this.has ? 'password.change' : 'password.set')}</button>
          <span role="status">${this.changed ? t('password.changed') : ''}</span>
        </p>
      </form>`;
  }

  async #change(event) {
    const form = event.target;
    const { current, password } = submitted(event);
    this.changed = await this.attempt(() => changePassword({ current, password }));
    if (this.changed) {
      form.reset();
      this.done();
    }
  }
}

customElements.define('password-change', PasswordChange);
