import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { sums } from '../reading/notices.js';

/** Of how many pieces, and of how many companies, each step is done. */
class RecallSums extends LightElement {
  static properties = { page: { attribute: false } };

  render() {
    return html`<dl class="recall-sums">
      ${sums(this.page).map(
        ({ step, name, companies, pieces }) => html`<div data-step=${step}>
          <dt>${name}</dt>
          <dd>
            <strong>${t('recall.sum-pieces', { pieces })}</strong>
            <span class="soft">${t('recall.sum-companies', { count: companies })}</span>
          </dd>
        </div>`,
      )}
    </dl>`;
  }
}

customElements.define('recall-sums', RecallSums);
