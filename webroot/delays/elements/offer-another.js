import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** Opens what another date is offered by; `lines` are ticked already. */
export async function offerAnother(order, lines) {
  await import('./offer-form.js');
  const form = Object.assign(document.createElement('offer-form'), { order, chosen: lines });
  return inDialog(form, t('delays.form-title', { order }));
}

/** Where another date of an order is offered from, while anything of it is still to be made. */
class OfferAnother extends LightElement {
  static properties = { order: { attribute: false }, page: { attribute: false } };

  render() {
    return ['completed', 'completed-short', 'cancelled'].includes(this.page.state)
      ? nothing
      : html`<p class="buttons">
          <button
            type="button"
            class="quiet"
            data-action="offer-another"
            @click=${() => offerAnother(this.order)}
          >${t('delays.offer-another')}</button>
        </p>`;
  }
}

customElements.define('offer-another', OfferAnother);
