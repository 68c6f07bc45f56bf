import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { isUndoable, moved } from '../reading/pieces.js';
import { undo } from '../requests.js';

/** A transfer that was taken up; for thirty days either side can undo it. */
class TransferRow extends FormElement {
  static properties = { transfer: { attribute: false } };
  static texts = { 404: 'own-pieces.changed', 409: 'own-pieces.passed-on', 410: 'own-pieces.too-late' };

  render() {
    const { serial, product, undoableUntil } = this.transfer;
    return html`<div class="transfer-row" data-transfer=${this.transfer.id} data-state=${this.transfer.state}>
        <p><b>${wording(product)} ${serial}</b> <span>${moved(this.transfer)}</span></p>
        ${isUndoable(this.transfer)
          ? html`<button class="quiet" data-action="undo" ?disabled=${this.busy} @click=${this.#undo}>
              ${t('own-pieces.undo', { day: day(undoableUntil) })}<span class="visually-hidden">${serial}</span>
            </button>`
          : nothing}
      </div>
      ${this.trouble()}`;
  }

  #undo = async () => {
    const { id, serial, giver } = this.transfer;
    const question = {
      title: t('own-pieces.undo-title', { serial }),
      text: t('own-pieces.undo-text', { giver }),
      go: t('own-pieces.undo-go'),
    };
    if (await confirmed(question)) {
      this.attempt(() => undo(id));
    }
  };
}

customElements.define('transfer-row', TransferRow);
