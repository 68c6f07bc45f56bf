import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** Who was there: everybody for the house, those of one's own company for customers. */
class CameCard extends LightElement {
  static properties = { came: { attribute: false }, house: { type: Boolean } };

  render() {
    return this.came.length === 0
      ? nothing
      : html`<section class="card guests" aria-labelledby="came">
          <h2 id="came">${t('guests.came')}</h2>
          <ul>${this.came.map(({ name, company }) => html`<li><span>
            <b>${name}</b>${company && this.house ? html` <span class="soft">${company}</span>` : nothing}
          </span></li>`)}</ul>
        </section>`;
  }
}

customElements.define('came-card', CameCard);
