import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { share } from '../reading/kept.js';

/** What would make promises look better kept than they were, each a row of its own. */
class GamedRows extends LightElement {
  static properties = { rows: { attribute: false }, chosen: { attribute: false } };

  render() {
    return html`<section class="card" aria-labelledby="gamed">
      <h2 id="gamed">${t('kept.gamed')}</h2>
      <p class="soft">${t('kept.gamed-text')}</p>
      <ul class="kept-lines">
        ${this.rows.map(({ kind, n, of }) => html`<li class="kept-row" data-kind=${kind}>
          <span>${t(`kept.gamed.${kind}`)} <small class="soft">${t(`kept.gamed.${kind}.text`)}</small></span>
          <b>${share(n, of)}</b>
          ${n > 0 ? this.#button(kind) : nothing}
        </li>`)}
      </ul>
    </section>`;
  }

  #button(kind) {
    return html`<button
      class="quiet"
      data-of=${kind}
      aria-expanded=${this.chosen === kind}
      aria-label="${t('kept.show')}${t('promises.between')}${t(`kept.gamed.${kind}`)}"
      @click=${() => this.dispatchEvent(new CustomEvent('behind', { detail: kind, bubbles: true }))}
    >
      ${t('kept.show')}
    </button>`;
  }
}

customElements.define('gamed-rows', GamedRows);
