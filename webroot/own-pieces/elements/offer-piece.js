import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { offer } from '../requests.js';
import '../../base/elements/secret-once.js';

/** Hands a piece over: makes the code that whoever shall have it enters. */
class OfferPiece extends FormElement {
  static properties = { piece: { attribute: false }, offered: { state: true } };
  static texts = { 404: 'own-pieces.changed' };

  render() {
    const { serial, product } = this.piece;
    const text = { piece: `${wording(product)} ${serial}` };
    return html`<h2>${t('offer-piece.title')}</h2>
      ${this.offered ? this.#code() : html`<p>${t('offer-piece.text', text)}</p>`}
      ${this.trouble()}
      <p class="buttons">
        ${this.offered
          ? html`<button class="go" data-action="done" @click=${() => this.done()}>${t('close')}</button>`
          : html`<button class="go" data-action="make" ?disabled=${this.busy} autofocus @click=${this.#make}>
                ${t('offer-piece.go')}
              </button>
              <button class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>`}
      </p>`;
  }

  #code() {
    const { code, expiresAt } = this.offered;
    const address = new URL(`/warranty/take-over#${code.replaceAll('-', '')}`, location.href).href;
    return html`<secret-once .secret=${code} .label=${t('offer-piece.code')}></secret-once>
      <p>${t('offer-piece.pass-on', { day: day(expiresAt) })}</p>
      <copy-button .text=${address} .label=${t('offer-piece.copy-link')}></copy-button>`;
  }

  #make = () => this.attempt(async () => (this.offered = await offer(this.piece.serial)));
}

customElements.define('offer-piece', OfferPiece);
