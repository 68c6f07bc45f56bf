import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { lead, standingOf } from '../reading/notices.js';

/** A notice in a line. */
class RecallRow extends LightElement {
  static properties = { notice: { attribute: false } };

  render() {
    const { notice } = this;
    const { text, look } = standingOf(notice);
    return html`<p class="recall-row">
      <strong class="recall-mark">${t('recall.mark')}</strong>
      <a href="/recall-notices/${notice.id}">${wording(notice.title)}</a>
      <span class="chip ${look}">${text}</span>
      <span class="soft">${lead(notice)}</span>
    </p>`;
  }
}

customElements.define('recall-row', RecallRow);
