import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { signInByCode } from '../requests.js';

/** The second step: a code from the app, or one of the recovery codes. */
class CodeForm extends FormElement {
  static properties = { challenge: {}, recovering: { state: true } };
  static texts = { 401: 'sign-in.wrong-code', 410: 'sign-in.too-late' };

  render() {
    const kind = this.recovering ? 'recovery' : 'code';
    return html`<form class="form" @submit=${this.#enter}>
      ${field({
        id: 'code',
        label: t(`second-factor.${kind}`),
        autocomplete: this.recovering ? 'off' : 'one-time-code',
        inputmode: this.recovering ? undefined : 'numeric',
        maxlength: 32,
        code: true,
      })}
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="confirm-code" ?disabled=${this.busy}>${t('sign-in.enter')}</button>
        <button type="button" class="quiet" data-action="recover" @click=${this.#change}>
          ${t(this.recovering ? 'second-factor.use-app' : 'second-factor.use-recovery')}
        </button>
      </p>
    </form>`;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  #change() {
    this.recovering = !this.recovering;
    this.problem = undefined;
    this.querySelector('input').focus();
  }

  #enter(event) {
    const { code } = submitted(event);
    this.attempt(async () => this.done(await signInByCode(this.challenge, code.replaceAll(' ', ''))));
  }
}

customElements.define('code-form', CodeForm);
