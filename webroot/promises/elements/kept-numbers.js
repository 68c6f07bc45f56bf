import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { numbers } from '../reading/kept.js';

/** How many lines were kept and missed against one of the two dates. */
class KeptNumbers extends LightElement {
  static properties = { day: {}, share: { attribute: false }, chosen: { attribute: false } };

  render() {
    const { day, share } = this;
    return html`<section class="card" aria-labelledby="kept-${day}">
      <h2 id="kept-${day}">${t(`kept.against-${day}`)}</h2>
      <p class="soft">${t('kept.due', { count: share.n })}</p>
      <ul class="kept-lines">
        ${numbers(day, share).map((one, at) => html`<li class="kept-row ${at % 2 === 0 ? 'kept-main' : ''}">
          <span>${one.name}</span>
          <b>${one.value}</b>
          ${one.some > 0 ? this.#button(one) : nothing}
        </li>`)}
      </ul>
    </section>`;
  }

  #button({ of, name }) {
    return html`<button
      class="quiet"
      data-of=${of}
      aria-expanded=${this.chosen === of}
      aria-label="${t('kept.show')}${t('promises.between')}${name}"
      @click=${() => this.dispatchEvent(new CustomEvent('behind', { detail: of, bubbles: true }))}
    >
      ${t('kept.show')}
    </button>`;
  }
}

customElements.define('kept-numbers', KeptNumbers);
