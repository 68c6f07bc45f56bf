import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './raise-form.js';

/** A button where something is wrong: raises it about this place. */
class RaiseHere extends LightElement {
  static properties = {
    place: { attribute: false },
    stages: { attribute: false },
  };

  render() {
    return html`<button type="button" class="quiet" data-action="raise" @click=${this.#raise}>
      ${t('nonconformances.raise')}
    </button>`;
  }

  #raise = async () => {
    const { place, stages } = this;
    const form = Object.assign(document.createElement('raise-form'), { place, stages });
    const made = await inDialog(form, t('nonconformances.raise'));
    if (made) {
      this.dispatchEvent(new CustomEvent('raised', { detail: made, bubbles: true }));
    }
  };
}

customElements.define('raise-here', RaiseHere);
