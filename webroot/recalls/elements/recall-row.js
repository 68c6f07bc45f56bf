import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { lead, standing } from '../reading/notices.js';

/** What a customer was told about an order, in a line for staff. */
class RecallRow extends LightElement {
  static properties = { notice: { attribute: false } };

  render() {
    const { notice } = this;
    const { text, look } = standing(notice);
    return html`<p class="recall-row">
      <strong class="recall-mark">${t('recall.mark')}</strong>
      <a href="/recall-notices/${notice.id}">${wording(notice.title)}</a>
      <span class="chip ${look}">${text}</span>
      <span class="soft">${lead(notice)}</span>
    </p>`;
  }
}

customElements.define('recall-row', RecallRow);
