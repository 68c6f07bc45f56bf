import { html } from 'lit';
import { proving } from '../../base/elements/confirm-you.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '../requests.js';
import './second-factor-setup.js';

/** One's second factor: set up, or taken away by a code. `done` with whether there is one now. */
class SecondFactor extends FormElement {
  static properties = { me: { attribute: false }, step: { state: true } };
  static texts = { 401: 'sign-in.wrong-code', 422: 'sign-in.wrong-code' };

  get on() {
    return this.me.secondFactor;
  }

  render() {
    switch (this.step) {
      case 'set-up':
        return html`<second-factor-setup
            .begin=${() => proving(this.me, (proof) => beginSecondFactor(proof))}
            .confirm=${(code) => proving(this.me, (proof) => confirmSecondFactor(code, proof))}
            @done=${this.#set}
          ></second-factor-setup>
          <p>${this.#cancel()}</p>`;
      case 'remove':
        return this.#removal();
      default:
        return html`<p class="soft">${t(this.on ? 'second-factor.on' : 'second-factor.off')}</p>
          <p>
            <button
              class="quiet"
              data-action=${this.on ? 'remove-second-factor' : 'set-up-second-factor'}
              @click=${this.#begin}
            >
              ${t(this.on ? 'second-factor.remove' : 'second-factor.set-up')}
            </button>
          </p>`;
    }
  }

  #removal() {
    return html`<form class="form" @submit=${this.#remove}>
      ${field({
        id: 'removal-code',
        name: 'code',
        label: t('second-factor.code'),
        hint: t('second-factor.remove-text'),
        autocomplete: 'one-time-code',
        maxlength: 32,
        code: true,
      })}
      ${this.trouble()}
      <p class="buttons">
        <button
          class="go danger"
          data-action="confirm-removal"
          ?disabled=${this.busy}
        >${t('second-factor.remove')}</button>
        ${this.#cancel()}
      </p>
    </form>`;
  }

  #cancel() {
    return html`<button
      type="button"
      class="quiet"
      data-action="cancel"
      @click=${() => this.#go(undefined)}
    >${t('cancel')}</button>`;
  }

  #begin() {
    this.#go(this.on ? 'remove' : 'set-up');
  }

  #set(event) {
    event.stopPropagation();
    this.#go(undefined);
    this.done(true);
  }

  async #remove(event) {
    const { code } = submitted(event);
    const removal = ({ current }) => removeSecondFactor(code.replaceAll(' ', ''), current);
    if (await this.attempt(() => proving(this.me, removal, { code: false }))) {
      this.#go(undefined);
      this.done(false);
    }
  }

  async #go(step) {
    this.step = step;
    this.problem = undefined;
    await this.updateComplete;
    if (step !== 'set-up') {
      this.querySelector('input, button')?.focus();
    }
  }
}

customElements.define('second-factor', SecondFactor);
