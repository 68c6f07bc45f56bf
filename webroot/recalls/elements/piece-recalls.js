import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { ofPiece } from '../reading/notices.js';

/** On a piece of one's own: the recalls of it of which something is left to be done. */
class PieceRecalls extends LightElement {
  static properties = {
    serial: { attribute: false },
    /** The open notices of its reader's company, which raise `changed`. */
    open: { attribute: false },
  };

  connectedCallback() {
    super.connectedCallback();
    this.open.addEventListener('changed', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.open.removeEventListener('changed', this.#changed);
  }

  render() {
    const notices = ofPiece(this.open.notices, this.serial);
    return notices.length === 0
      ? nothing
      : notices.map(({ id, title }) => html`<p>
          <strong class="recall-mark">${t('recall.mark')}</strong>${t('colon')}<a
            href="/recall-notices/${id}"
          >${wording(title)}</a>
        </p>`);
  }

  #changed = () => this.requestUpdate();
}

customElements.define('piece-recalls', PieceRecalls);
