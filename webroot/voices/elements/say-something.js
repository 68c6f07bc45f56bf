import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { forget, keep, kept, placeOf } from '../reading/draft.js';
import { ids, isUploading } from '../reading/photos.js';
import { KINDS } from '../reading/rows.js';
import { say } from '../requests.js';
import './alike-voices.js';
import './photo-picker.js';
import './what-follows.js';

const LONGEST = 4000;

/** A wish, a question or a complaint, in a few words and photos; afterwards, what follows from it. */
class SaySomething extends FormElement {
  static properties = {
    place: { attribute: false },
    /** What it is about, in words. */
    about: { attribute: false },
    kind: { state: true },
    text: { state: true },
    photos: { state: true },
    said: { state: true },
    lacking: { state: true },
  };
  static texts = { 403: 'say.not-allowed', 404: 'say.gone', 409: 'say.conflict' };

  #key = newKey();

  connectedCallback() {
    super.connectedCallback();
    const { kind, text = '', photos = [], key } = kept(placeOf(this.place)) ?? {};
    Object.assign(this, { kind, text, photos });
    this.#key = key ?? this.#key; // What was sent and not answered is the same when it is sent again.
  }

  render() {
    return this.said
      ? html`<what-follows .voice=${this.said} @done=${() => this.done(this.said)}></what-follows>`
      : this.#form();
  }

  #form() {
    return html`<form class="form say-form" @submit=${this.#send}>
      <div>
        <h2>${t('say.title')}</h2>
        <p class="soft">${[this.place.order, this.about].filter(Boolean).join(' ')}</p>
      </div>
      <div class="kinds say-kinds" role="group" aria-label=${t('say.kind')}>
        ${KINDS.map((kind) => html`<button
          type="button"
          data-kind=${kind}
          aria-pressed=${kind === this.kind}
          @click=${() => this.#choose(kind)}
        >${t(`kind.${kind}`)}</button>`)}
      </div>
      <p class="trouble" role="alert">${this.lacking === 'kind' ? t('say.no-kind') : ''}</p>
      <div class="entry">
        <label for="say-text">${t('say.text')}</label>
        <textarea
          id="say-text"
          name="text"
          maxlength=${LONGEST}
          placeholder=${t('say.placeholder')}
          .value=${this.text}
          aria-describedby="say-text-error"
          aria-invalid=${this.wrong('text') || this.lacking === 'text' ? 'true' : nothing}
          @input=${this.#write}
        ></textarea>
        <p class="trouble" id="say-text-error" role="alert">
          ${this.wrong('text') ?? (this.lacking === 'text' ? t('say.no-text') : '')}
        </p>
      </div>
      <photo-picker .photos=${this.photos} @photos=${this.#show}></photo-picker>
      <alike-voices .order=${this.place.order} .text=${this.text}></alike-voices>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy || isUploading(this.photos)}>${t(
          isUploading(this.photos) ? 'say.uploading' : this.busy ? 'say.sending' : 'say.send',
        )}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('say.later')}</button>
      </p>
    </form>`;
  }

  #choose(kind) {
    this.kind = kind;
    this.lacking = undefined;
    this.#remember();
    this.querySelector('textarea').focus();
  }

  #write = ({ target }) => {
    this.text = target.value;
    this.lacking = undefined;
    this.#remember();
  };

  #show = ({ detail }) => {
    this.photos = detail;
    this.#remember();
  };

  #remember() {
    const { kind, text, photos } = this;
    keep(placeOf(this.place), { kind, text, photos: photos.filter(({ id }) => id), key: this.#key });
  }

  #send = async (event) => {
    event.preventDefault();
    const text = this.text.trim();
    this.lacking = text === '' ? 'text' : this.kind ? undefined : 'kind';
    if (this.lacking) {
      this.querySelector(this.lacking === 'text' ? 'textarea' : '[data-kind]').focus();
      return;
    }
    const said = { ...this.place, kind: this.kind, text, photos: ids(this.photos) };
    if (await this.attempt(async () => (this.said = await say(said, this.#key)))) {
      forget(placeOf(this.place));
    } else if (this.problem.status !== 0) {
      this.#key = newKey(); // It was refused: what is sent next is something else.
      this.#remember();
    }
  };
}

customElements.define('say-something', SaySomething);
