import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

const TYPES = 'image/jpeg,image/png,image/webp';
const MOST = 10;
const SIDE = 176;
const LARGEST_BYTES = 10 * 1024 * 1024;

/** Photos that were taken at a visit: kept on the device until they are sent with what was noted. */
class RecordPictures extends LightElement {
  static properties = { draft: { attribute: false }, busy: { type: Boolean }, wrong: { state: true } };

  #previews = new WeakMap();

  render() {
    const { photos } = this.draft;
    return html`<fieldset ?disabled=${this.busy}>
      <legend>${t('note.photos')}</legend>
      <ul class="record-pictures" aria-label=${t('note.photos')}>
        ${photos.map(
          (photo, at) => html`<li>
            <img src=${this.#preview(photo.file) ?? nothing} alt=${photo.name} />
            <button
              type="button"
              class="rec-remove"
              aria-label=${t('note.photo-remove', { name: photo.name })}
              @click=${() => this.#remove(at)}
            ><span aria-hidden="true">×</span></button>
          </li>`,
        )}
      </ul>
      ${photos.length < MOST
        ? html`<p>
            <label class="quiet rec-photo">
              <span>${t('note.photo-add')}</span>
              <input class="visually-hidden" type="file" accept=${TYPES} multiple @change=${this.#take} />
            </label>
          </p>`
        : nothing}
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
    </fieldset>`;
  }

  /** What it shows, small and drawn anew; nothing until that is done, or where the browser cannot read it. */
  #preview(file) {
    if (!this.#previews.has(file)) {
      this.#previews.set(file, undefined);
      drawn(file)
        .then((preview) => {
          this.#previews.set(file, preview);
          this.requestUpdate();
        })
        .catch(() => {}); // It is sent all the same: the server says what is wrong with it.
    }
    return this.#previews.get(file);
  }

  #take = ({ target }) => {
    const files = [...target.files];
    target.value = ''; // So that the same file can be chosen again.
    const fit = files.filter(({ size, type }) => size > 0 && size <= LARGEST_BYTES && TYPES.includes(type || '-'));
    const taken = fit.slice(0, MOST - this.draft.photos.length);
    this.wrong = taken.length < files.length ? t('note.photo-wrong', { count: MOST }) : undefined;
    this.draft.photos.push(...taken.map((file) => ({ file, name: file.name })));
    this.#tell();
  };

  #remove(at) {
    this.draft.photos.splice(at, 1);
    this.#tell();
  }

  #tell() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
  }
}

async function drawn(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.min(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  });
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg');
}

customElements.define('record-pictures', RecordPictures);
