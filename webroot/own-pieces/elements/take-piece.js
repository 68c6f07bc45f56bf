import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { lookAt, take } from '../requests.js';
import './shown-piece.js';

/** Takes a piece over by a code: it is shown first, and becomes one's own by a second touch. */
class TakePiece extends FormElement {
  static properties = { secret: { state: true }, shown: { state: true } };
  static texts = { 409: 'take-over.yours', 410: 'take-over.over', 422: 'take-over.over' };

  render() {
    return html`<h2>${t('take-piece.title')}</h2>
      ${this.shown ? this.#piece() : this.#form()}`;
  }

  #form() {
    return html`<form novalidate @submit=${this.#look}>
      ${field({
        id: 'transfer-code',
        name: 'secret',
        label: t('take-piece.code'),
        hint: t('take-piece.hint'),
        error: this.wrong('secret'),
        code: true,
      })}
      ${this.trouble('secret')}
      <p class="buttons">
        <button class="go" ?disabled=${this.busy}>${t('take-piece.look')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #piece() {
    return html`<shown-piece .piece=${this.shown}></shown-piece>
      <p class="soft">${t('take-over.until', { day: day(this.shown.expiresAt) })}</p>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="take" ?disabled=${this.busy} @click=${this.#take}>
          ${t('take-over.take')}
        </button>
        <button class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>`;
  }

  #look = (event) => {
    const { secret } = submitted(event);
    if (this.fine(event.target)) {
      this.attempt(async () => {
        this.shown = await lookAt(secret);
        this.secret = secret;
      });
    }
  };

  #take = async () => (await this.attempt(() => take(this.secret))) && this.done(true);
}

customElements.define('take-piece', TakePiece);
