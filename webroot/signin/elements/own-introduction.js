import { html } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { whoAmI } from '../../base/requests.js';
import { header } from '../../base/start.js';
import { t } from '../../base/words.js';
import { isReached } from '../reading/reach.js';
import { changePassword, introduce } from '../requests.js';
import { SHORTEST_PASSWORD } from './password-change.js';

/** Who was made at the first start says who they are; `done` with who they are now. */
class OwnIntroduction extends FormElement {
  static properties = { me: { attribute: false } };

  render() {
    const { email } = this.me;
    if (isReached(email)) {
      return html`<p>${t('introduction.there', { email })} <a href="/account">${t('nav.account')}</a></p>`;
    }
    return html`<form class="form" data-form="introduction" @submit=${this.#save}>
      ${field({
        id: 'own-name',
        name: 'name',
        label: t('introduction.name'),
        autocomplete: 'name',
        maxlength: 100,
        error: this.wrong('name'),
      })}
      ${field({
        id: 'own-email',
        name: 'email',
        type: 'email',
        label: t('email'),
        hint: t('introduction.email-hint'),
        autocomplete: 'username',
        maxlength: 254,
        error: this.wrong('email'),
      })}
      ${field({
        id: 'own-password',
        name: 'password',
        type: 'password',
        label: t('introduction.password'),
        hint: t('introduction.password-hint', { count: SHORTEST_PASSWORD }),
        autocomplete: 'new-password',
        minlength: SHORTEST_PASSWORD,
        required: false,
        error: this.wrong('password'),
      })}
      ${this.trouble('name', 'email', 'password')}
      <p class="buttons">
        <button class="go" data-action="introduce" ?disabled=${this.busy}>${t('save')}</button>
      </p>
    </form>`;
  }

  async #save(event) {
    const { password, ...who } = submitted(event);
    const worked = await this.attempt(async () => {
      await proved(this.me, () => this.#send(who, password));
      this.me = await whoAmI();
    });
    if (worked) {
      header.me = this.me;
      this.done(this.me);
    }
  }

  /** The password first: an address that is taken can be typed again, one that was saved stays. */
  async #send(who, password) {
    password && (await changePassword({ password }));
    await introduce(who);
  }
}

customElements.define('own-introduction', OwnIntroduction);
