import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { canFilm } from '../clips.js';
import { made } from '../pictures.js';

const MOST = 10;
const LARGEST_BYTES = 20_000_000;

/** Takes pictures and clips for a report. Raises `pictures` with all of them, each `{ hash, file }`. */
class PictureTaker extends LightElement {
  static properties = { pictures: { attribute: false }, files: { type: Boolean }, wrong: { state: true } };

  #shown = new Map();

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#shown.forEach((address) => URL.revokeObjectURL(address));
    this.#shown.clear();
  }

  render() {
    return html`<div class="picture-taker">
      ${this.pictures.length === 0
        ? nothing
        : html`<ul class="picture-row">
            ${this.pictures.map((picture) => this.#picture(picture))}
          </ul>`}
      ${this.pictures.length < MOST ? this.#choose('take-picture', 'image/*') : nothing}
      ${canFilm() && this.pictures.length < MOST
        ? html`<button type="button" class="tap" data-action="film" @click=${() => this.#film()}>
            ${t('station.film')}
          </button>`
        : nothing}
      ${this.files && this.pictures.length < MOST
        ? this.#choose('take-file', 'video/mp4,application/pdf')
        : nothing}
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
    </div>`;
  }

  #choose(words, accept) {
    return html`<label class="tap picture-take">
      ${t(`station.${words}`)}
      <input
        class="visually-hidden"
        type="file"
        accept=${accept}
        capture=${accept === 'image/*' ? 'environment' : nothing}
        @change=${({ target }) => this.#take(target)}
      />
    </label>`;
  }

  #picture(picture) {
    const isImage = picture.file.type.startsWith('image/');
    return html`<li>
      ${this.#look(picture)}
      ${isImage
        ? html`<button type="button" class="quiet" data-action="hide-faces" @click=${() => this.#hide(picture)}>
            ${t('station.hide')}
          </button>`
        : nothing}
      <button type="button" class="quiet" data-action="drop-picture" @click=${() => this.#drop(picture)}>
        ${t('station.drop-picture')}
      </button>
    </li>`;
  }

  #look(picture) {
    switch (picture.file.type.split('/')[0]) {
      case 'image':
        return html`<img src=${this.#address(picture)} alt=${t('station.picture')} />`;
      case 'video':
        return html`<video
          src=${this.#address(picture)}
          controls
          playsinline
          preload="metadata"
          aria-label=${t('station.clip')}
        ></video>`;
      default:
        return html`<span class="chip">${picture.file.name ?? picture.file.type}</span>`;
    }
  }

  /** With something hidden, it is another picture; the one before goes nowhere. */
  async #hide(picture) {
    const { hideIn } = await import('./face-hider.js');
    const file = await hideIn(picture.file);
    if (file) {
      await this.#with(() => made(file), (other) => this.pictures.map((one) => (one === picture ? other : one)));
    }
  }

  #address({ hash, file }) {
    if (!this.#shown.has(hash)) {
      this.#shown.set(hash, URL.createObjectURL(file));
    }
    return this.#shown.get(hash);
  }

  async #take(input) {
    const [file] = input.files;
    input.value = '';
    if (file?.size > LARGEST_BYTES && !file.type.startsWith('image/')) {
      this.wrong = t('station.wrong-size', { most: LARGEST_BYTES / 1_000_000 });
    } else if (file) {
      await this.#add(file);
    }
  }

  async #film() {
    const { film } = await import('./clip-camera.js');
    const clip = await film();
    clip && (await this.#add(clip));
  }

  async #add(file) {
    const others = ({ hash }) => this.pictures.filter((one) => one.hash !== hash);
    await this.#with(() => made(file), (picture) => [...others(picture), picture]);
  }

  #drop(picture) {
    this.#raise(this.pictures.filter((one) => one !== picture));
  }

  async #with(make, placed) {
    try {
      this.wrong = undefined;
      this.#raise(placed(await make()));
    } catch {
      this.wrong = t('station.wrong-file');
    }
  }

  #raise(detail) {
    this.dispatchEvent(new CustomEvent('pictures', { detail }));
  }
}

customElements.define('picture-taker', PictureTaker);
