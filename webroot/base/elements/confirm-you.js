import { html, nothing } from 'lit';
import { remember } from '../reading/wanted.js';
import { prove, signOut } from '../requests.js';
import { t } from '../words.js';
import { inDialog } from './dialogs.js';
import { field } from './field.js';
import { FormElement, submitted } from './form-element.js';

/**
 * Does what wants a recent proof: where it is long ago that somebody signed in, it asks them to
 * confirm that it is them, and does it then. `action` takes what they typed.
 */
export async function proving(me, action, { code = me.secondFactor } = {}) {
  try {
    return await action({});
  } catch (problem) {
    if (!problem.wantsProof) {
      throw problem;
    }
    const form = Object.assign(document.createElement('confirm-you'), { me, action, code });
    const answer = await inDialog(form, t('prove.title'));
    if (!answer) {
      throw problem;
    }
    return answer.result;
  }
}

/** The same for what takes no proof along: it is sent before. */
export const proved = (me, action) =>
  proving(me, async (proof) => {
    if (proof.current) {
      await prove(proof);
    }
    return action();
  });

/** The step in between: the password, and a code of whoever has an app; or signing in again. */
class ConfirmYou extends FormElement {
  static properties = {
    me: { attribute: false },
    action: { attribute: false },
    /** Whether a code is wanted besides. */
    code: { type: Boolean },
  };

  render() {
    return html`<h2>${t('prove.title')}</h2>
      ${this.me.hasPassword ? this.#typed() : this.#signInAgain()}`;
  }

  firstUpdated() {
    this.querySelector('input:not([hidden]), button').focus();
  }

  #typed() {
    return html`<p>${t('prove.password')}</p>
      <form class="form" @submit=${this.#confirm}>
        <input type="text" name="username" autocomplete="username" .value=${this.me.email ?? ''} hidden />
        ${field({
          id: 'prove-current',
          name: 'current',
          type: 'password',
          label: t('password.current'),
          autocomplete: 'current-password',
          error: this.wrong('current'),
        })}
        ${this.code
          ? field({
            id: 'prove-code',
            name: 'code',
            label: t('second-factor.code'),
            autocomplete: 'one-time-code',
            maxlength: 32,
            code: true,
            error: this.wrong('code'),
          })
          : nothing}
        ${this.trouble('current', 'code')}
        <p class="buttons">
          <button class="go" data-action="prove" ?disabled=${this.busy}>${t('second-factor.confirm')}</button>
          ${this.#cancel()}
        </p>
        <p><button
          type="button"
          class="quiet"
          data-action="sign-in-again"
          @click=${this.#leave}
        >${t('prove.forgotten')}</button></p>
      </form>`;
  }

  #signInAgain() {
    return html`<p>${t('prove.link')}</p>
      ${this.trouble()}
      <p class="buttons">
        <button
          class="go"
          data-action="sign-in-again"
          ?disabled=${this.busy}
          @click=${this.#leave}
        >${t('prove.again')}</button>
        ${this.#cancel()}
      </p>`;
  }

  #cancel() {
    return html`<button
      type="button"
      class="quiet"
      data-action="cancel"
      @click=${() => this.done()}
    >${t('cancel')}</button>`;
  }

  #confirm(event) {
    const { current, code } = submitted(event);
    const proof = { current, code: code?.replaceAll(' ', '') };
    this.attempt(async () => this.done({ result: await this.action(proof) }));
  }

  #leave() {
    this.attempt(async () => {
      await signOut();
      remember(location.pathname);
      location.assign('/sign-in');
    });
  }
}

customElements.define('confirm-you', ConfirmYou);
