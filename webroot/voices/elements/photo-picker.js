import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { fault, MOST, refused, TYPES } from '../reading/photos.js';
import { sendPhoto } from '../requests.js';
import { previewOf } from './photo-preview.js';

/**
 * Takes photos or files and sends each at once; `photos` with what there is: previews, progress, what went wrong.
 * What is accepted names no HEIC: then a phone that takes such photos hands them over as JPEG by itself.
 */
class PhotoPicker extends LightElement {
  static properties = { photos: { attribute: false }, full: { state: true } };

  #next = 0;
  #files = new Map();

  constructor() {
    super();
    this.photos = [];
  }

  render() {
    return html`<div class="photo-picker" @dragover=${(event) => event.preventDefault()} @drop=${this.#drop}>
      ${this.photos.length > 0
        ? html`<ul class="photos" aria-label=${t('photo.chosen')}>
            ${repeat(this.photos, ({ key }) => key, (one) => this.#photo(one))}
          </ul>`
        : nothing}
      <p class="buttons">
        <label class="quiet photo-button">
          <span>${t(this.photos.length > 0 ? 'photo.another' : 'photo.add')}</span>
          <input
            class="visually-hidden"
            type="file"
            name="photos"
            multiple
            accept=${TYPES.join(',')}
            @change=${this.#take}
          />
        </label>
      </p>
      <p class="trouble" role="alert">${this.full ? t('photo.most', { count: MOST }) : ''}</p>
    </div>`;
  }

  #photo({ key, name, preview, progress, wrong }) {
    return html`<li class="photo-chosen" data-state=${wrong ? 'wrong' : progress === undefined ? 'there' : 'coming'}>
      ${preview && !wrong
        ? html`<img src=${preview} alt="" />`
        : html`<span class="photo-blank" aria-hidden="true"></span>`}
      <span class="photo-name">${name}</span>
      ${progress !== undefined && !wrong
        ? html`<progress max="1" value=${progress} aria-label=${t('photo.progress', { name })}></progress>`
        : nothing}
      ${wrong ? html`<span class="trouble" role="alert">${t(wrong)}</span>` : nothing}
      ${wrong && this.#files.has(key) && /unreachable|failed|many/.test(wrong)
        ? html`<button type="button" class="quiet" data-action="retry" @click=${() => this.#send(key)}>
            ${t('retry')}
          </button>`
        : nothing}
      <button
        type="button"
        class="photo-remove"
        data-action="remove"
        aria-label=${t('photo.remove', { name })}
        @click=${() => this.#remove(key)}
      ><span aria-hidden="true">×</span></button>
    </li>`;
  }

  #take = ({ target }) => {
    const files = [...target.files];
    target.value = ''; // So that the same file can be chosen again.
    this.#add(files);
  };

  #drop = (event) => {
    event.preventDefault();
    this.#add([...event.dataTransfer.files]);
  };

  #add(files) {
    const taken = files.slice(0, MOST - this.photos.length);
    this.full = taken.length < files.length;
    for (const file of taken) {
      const key = `photo-${Date.now()}-${this.#next++}`;
      const wrong = fault(file);
      this.#tell([...this.photos, { key, name: file.name, wrong, ...(wrong ? {} : { progress: 0 }) }]);
      if (!wrong) {
        this.#files.set(key, file);
        this.#send(key);
      }
    }
  }

  async #send(key) {
    const file = this.#files.get(key);
    this.#change(key, { wrong: undefined, progress: 0 });
    previewOf(file).then((preview) => this.#change(key, { preview }));
    try {
      const { id, width, height } = await sendPhoto(file, (progress) => this.#change(key, { progress }));
      this.#change(key, { id, width, height, progress: undefined });
      this.#files.delete(key);
    } catch (problem) {
      this.#change(key, { wrong: refused(problem), progress: undefined });
    }
  }

  #change(key, what) {
    this.#tell(this.photos.map((one) => (one.key === key ? { ...one, ...what } : one)));
  }

  #remove(key) {
    this.#files.delete(key);
    this.full = false;
    this.#tell(this.photos.filter((one) => one.key !== key));
    this.querySelector('input').focus();
  }

  #tell(photos) {
    this.photos = photos;
    this.dispatchEvent(new CustomEvent('photos', { detail: photos }));
  }
}

customElements.define('photo-picker', PhotoPicker);
