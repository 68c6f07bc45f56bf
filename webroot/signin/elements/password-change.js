import { html } from 'lit';
import { proving } from '../../base/elements/confirm-you.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { changePassword } from '../requests.js';

export const SHORTEST_PASSWORD = 12;

/** Sets or changes one's password; where one signed in a while ago, one confirms that it is them. */
class PasswordChange extends FormElement {
  static properties = { me: { attribute: false }, changed: { state: true } };

  render() {
    const { hasPassword, email } = this.me;
    return html`<p class="soft">${t(hasPassword ? 'password.has' : 'password.none')}</p>
      <form class="form" @submit=${this.#change}>
        <input type="text" name="username" autocomplete="username" .value=${email ?? ''} hidden />
        ${field({
          id: 'new-password',
          name: 'password',
          type: 'password',
          label: t('password.new'),
          hint: t('password.rule', { count: SHORTEST_PASSWORD }),
          autocomplete: 'new-password',
          minlength: SHORTEST_PASSWORD,
          error: this.wrong('password'),
        })}
        ${this.trouble('password')}
        <p class="buttons">
          <button
            class="go"
            data-action="change-password"
            ?disabled=${this.busy}
          >${t(hasPassword ? 'password.change' : 'password.set')}</button>
        </p>
        <p role="status">${this.changed ? t('password.changed') : ''}</p>
      </form>`;
  }

  async #change(event) {
    const form = event.target;
    const { password } = submitted(event);
    this.changed = false;
    this.changed = await this.attempt(() => proving(this.me, (proof) => changePassword({ ...proof, password })));
    if (this.changed) {
      form.reset();
      this.done();
    }
  }
}

customElements.define('password-change', PasswordChange);
