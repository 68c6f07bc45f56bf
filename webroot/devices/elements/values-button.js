import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { seenOf } from '../seen.js';
import './values-view.js';

/** Beside a requirement that was measured, for whoever may see every value of it. */
class ValuesButton extends LightElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    requirement: { attribute: false },
    shown: { state: true },
  };

  async willUpdate(changed) {
    if (changed.has('order') && this.order) {
      this.shown = (await seenOf(this.order)).charts;
    }
  }

  render() {
    return this.shown
      ? html`<button type="button" class="seen-button" data-action="values" @click=${this.#open}>
          ${t('values.open')}
        </button>`
      : nothing;
  }

  #open = () =>
    inDialog(
      Object.assign(document.createElement('values-view'), {
        order: this.order,
        line: this.line?.number ?? this.line,
        requirement: this.requirement,
      }),
      t('values.open'),
    );
}

customElements.define('values-button', ValuesButton);
