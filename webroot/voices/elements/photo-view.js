import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { photo } from '../requests.js';

/** Shows the photos of an entry large, one at a time. */
export const lookAt = (number, photos, at) =>
  inDialog(Object.assign(document.createElement('photo-view'), { number, photos, at }), t('photo.title'));

class PhotoView extends LightElement {
  static properties = { number: { attribute: false }, photos: { attribute: false }, at: { attribute: false } };

  render() {
    const { photos, at } = this;
    const { id, width, height } = photos[at];
    return html`<figure class="photo-view" @keydown=${this.#key}>
      <img src=${photo(this.number, id)} alt=${this.#place()} width=${width} height=${height} />
      <figcaption>
        ${photos.length > 1
          ? html`<button class="quiet" data-action="before" @click=${() => this.#turn(-1)}>${t('photo.before')}</button>
              <span role="status">${this.#place()}</span>
              <button class="quiet" data-action="next" @click=${() => this.#turn(1)}>${t('photo.next')}</button>`
          : nothing}
        <button class="go" data-action="close" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>${t(
          'close',
        )}</button>
      </figcaption>
    </figure>`;
  }

  firstUpdated() {
    this.querySelector('[data-action=close]').focus();
  }

  #place = () => t('photo.place', { at: this.at + 1, count: this.photos.length });

  #turn(by) {
    this.at = (this.at + by + this.photos.length) % this.photos.length;
  }

  #key = ({ key }) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    by && this.photos.length > 1 && this.#turn(by);
  };
}

customElements.define('photo-view', PhotoView);
