import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';

/** A piece as whoever takes it over sees it before. */
class ShownPiece extends LightElement {
  static properties = { piece: { attribute: false } };

  render() {
    const { serial, product, giver, coveredUntil } = this.piece;
    return html`<dl class="shown-piece">
      <div><dt>${t('take-over.piece')}</dt><dd>${wording(product)}</dd></div>
      <div><dt>${t('take-over.serial')}</dt><dd>${serial}</dd></div>
      <div><dt>${t('take-over.giver')}</dt><dd>${giver}</dd></div>
      ${coveredUntil
        ? html`<div><dt>${t('take-over.covered')}</dt><dd>${date(coveredUntil, 'long')}</dd></div>`
        : nothing}
    </dl>`;
  }
}

customElements.define('shown-piece', ShownPiece);
