import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { contained } from '../requests.js';

/** What it reaches, lot by lot and piece by piece, once somebody wants to see it. */
class HeldThings extends LightElement {
  static properties = { page: { attribute: false }, open: { state: true } };

  #listing;
  #version;

  render() {
    return html`<details class="disclosure" @toggle=${this.#toggle}>
      <summary>${t('contain.one-by-one')}</summary>
      ${this.open
        ? this.#listing.show(
            (items) => html`<ul class="problem-list">${items.map((one) => this.#thing(one))}</ul>`,
            html`<p class="soft">${t('contain.nothing')}</p>`,
          )
        : ''}
    </details>`;
  }

  #thing({ kind, code, sure, standing, place, station, order }) {
    const about = [order, t(`contain.place-${place}`), station, sure ? '' : t('contain.unsure')];
    return html`<li data-standing=${standing}>
      <span>
        <a href="/${kind === 'piece' ? 'pieces' : 'lots'}/${encodeURIComponent(code)}">${code}</a>
        <span class="soft">${about.filter(Boolean).join(' · ')}</span>
      </span>
      <span class="chip ${standing === 'held' ? 'bad' : ''}">${t(`contain.standing-${standing}`)}</span>
    </li>`;
  }

  updated() {
    if (this.open && this.#version !== this.page.version) {
      this.#version = this.page.version;
      this.#listing.reload();
    }
  }

  #toggle = ({ target }) => {
    if (target.open && !this.#listing) {
      this.#version = this.page.version;
      this.#listing = new Listing(this, 'things', (after) => contained(this.page.number, { after }));
    }
    this.open = target.open;
  };
}

customElements.define('held-things', HeldThings);
