import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import '../../base/elements/copy-button.js';
import './recovery-codes.js';

/** Ties an authenticator app to somebody: scan, confirm by a code, keep the recovery codes. */
class SecondFactorSetup extends FormElement {
  static properties = {
    begin: { attribute: false },
    confirm: { attribute: false },
    started: { state: true },
    confirmed: { state: true },
  };
  static texts = { 401: 'sign-in.wrong-code', 422: 'sign-in.wrong-code', 410: 'sign-in.too-late' };

  async firstUpdated() {
    await this.attempt(async () => (this.started = await this.begin()));
    await this.updateComplete;
    if (document.activeElement === document.body) {
      this.querySelector('.steps')?.focus(); // The button that led here is gone.
    }
  }

  render() {
    if (this.confirmed) {
      return html`<recovery-codes
        .codes=${this.confirmed.recoveryCodes}
        @done=${() => this.done(this.confirmed)}
      ></recovery-codes>`;
    }
    return this.started ? this.#scan(this.started) : html`${this.problem ? this.trouble() : html`<p
      class="soft"
      aria-busy="true"
    >${t('loading')}</p>`}`;
  }

  #scan({ qr, secret }) {
    return html`<ol class="steps" tabindex="-1">
        <li>
          <p>${t('second-factor.scan')}</p>
          <img class="qr" src=${picture(qr)} alt=${t('second-factor.qr')} width="200" height="200" />
          <details class="disclosure">
            <summary>${t('second-factor.by-hand')}</summary>
            <p class="buttons">
              <code class="secret-code">${inFours(secret)}</code> <copy-button .text=${secret}></copy-button>
            </p>
          </details>
        </li>
        <li>
          <form class="form" @submit=${this.#confirm}>
            ${field({
              id: 'new-code',
              name: 'code',
              label: t('second-factor.type'),
              autocomplete: 'one-time-code',
              inputmode: 'numeric',
              maxlength: 12,
              code: true,
              error: this.wrong('code'),
            })}
            ${this.trouble('code')}
            <p><button
              class="go"
              data-action="confirm-code"
              ?disabled=${this.busy}
            >${t('second-factor.confirm')}</button></p>
          </form>
        </li>
      </ol>`;
  }

  #confirm(event) {
    const { code } = submitted(event);
    this.attempt(async () => (this.confirmed = await this.confirm(code.replaceAll(' ', ''))));
  }
}

/** An SVG as the source of an image: there it can neither run a script nor load anything. */
const picture = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
const inFours = (secret) => secret.replace(/(.{4})(?=.)/g, '$1 ');

customElements.define('second-factor-setup', SecondFactorSetup);
