import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { claim } from '../requests.js';

/** Says what is wrong with a piece, with photos; or asks for the check that was offered. */
class ClaimForm extends FormElement {
  static properties = { piece: { attribute: false }, about: { attribute: false }, photos: { state: true } };
  static texts = { 404: 'own-pieces.changed', 409: 'claim.too-many' };

  #key = newKey();

  constructor() {
    super();
    this.photos = [];
  }

  render() {
    const { serial, product } = this.piece;
    return html`<h2>${t(`claim.title-${this.about}`)}</h2>
      <p class="soft">${wording(product)} ${serial}</p>
      <form novalidate @submit=${this.#send}>
        <div class="entry">
          <label for="claim-text">${t(`claim.text-${this.about}`)}</label>
          <textarea
            id="claim-text"
            name="text"
            required
            maxlength="4000"
            aria-invalid=${this.wrong('text') ? 'true' : 'false'}
            aria-describedby="claim-text-error"
            .defaultValue=${this.about === 'courtesy-check' ? t('claim.usual-check') : ''}
          ></textarea>
          <p class="trouble" id="claim-text-error" role="alert">${this.wrong('text') ?? ''}</p>
        </div>
        ${contributions('photos', { photos: this.photos, changed: (photos) => (this.photos = photos) })}
        ${this.trouble('text')}
        <p class="buttons">
          <button class="go" ?disabled=${this.busy || this.#isComing()}>
            ${t(this.#isComing() ? 'claim.uploading' : 'claim.send')}
          </button>
          <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
        </p>
      </form>`;
  }

  #isComing() {
    return this.photos.some(({ progress, wrong }) => progress !== undefined && !wrong);
  }

  #send = async (event) => {
    const { text } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const photos = this.photos.filter(({ id }) => id).map(({ id }) => id);
    const said = { serial: this.piece.serial, about: this.about, text, photos };
    (await this.attempt(() => claim(said, this.#key))) && this.done(true);
  };
}

customElements.define('claim-form', ClaimForm);
