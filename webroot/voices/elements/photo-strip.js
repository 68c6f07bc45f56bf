import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { thumbnail } from '../requests.js';

/** The photos of one entry, small; each opens large. */
class PhotoStrip extends LightElement {
  static properties = { number: { attribute: false }, photos: { attribute: false }, by: {} };

  render() {
    const { photos = [] } = this;
    if (photos.length === 0) {
      return nothing;
    }
    return html`<ul class="photo-strip">
      ${photos.map(({ id, width, height }, at) => html`<li>
        <button
          type="button"
          class="photo-small"
          data-photo=${id}
          aria-label=${t('photo.open', { at: at + 1, count: photos.length, by: this.by })}
          @click=${() => this.#open(at)}
        ><img src=${thumbnail(this.number, id)} alt="" width=${width} height=${height} loading="lazy" /></button>
      </li>`)}
    </ul>`;
  }

  async #open(at) {
    const { lookAt } = await import('./photo-view.js');
    lookAt(this.number, this.photos, at);
  }
}

customElements.define('photo-strip', PhotoStrip);
