import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wordings } from '../../base/words.js';

/** A card to print, in both languages whoever has the piece may read; its lower half is folded inside. */
class WarrantyCard extends LightElement {
  static properties = { card: { attribute: false } };

  render() {
    const { serial, product, link, qr, password } = this.card;
    return html`<article class="warranty-card" data-serial=${serial}>
      <div class="card-front">
        <img src=${picture(qr)} alt=${t('warranty-card.qr', { link })} />
        <div>
          <h3>${[...new Set(wordings(product))].join(' · ')}</h3>
          <p><span>${t('warranty-card.serial')}</span> <b>${serial}</b></p>
          <p>${t('warranty-card.scan')}</p>
          <p class="card-link">${new URL(link).host}<wbr />/warranty/look-up</p>
        </div>
      </div>
      <p class="card-fold">${t('warranty-card.fold')}</p>
      <div class="card-inside">
        <p><span>${t('warranty-card.password')}</span></p>
        <p class="card-password">${password}</p>
        <p>${t('warranty-card.keep')}</p>
      </div>
    </article>`;
  }
}

const picture = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

customElements.define('warranty-card', WarrantyCard);
