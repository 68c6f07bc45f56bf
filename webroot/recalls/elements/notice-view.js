import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './notice-deeds.js';
import './recall-card.js';

/** One company's notice on a page of its own: whole, and for staff with what they do about it. */
class NoticeView extends LightElement {
  static properties = { notice: { attribute: false } };

  render() {
    const { notice } = this;
    return html`<article class="manage notice-view">
      ${notice.nonconformance
        ? html`<p><a href="/recalls/${notice.nonconformance}">${t('recall.to-all')}</a></p>
            <p class="soft">${t('recall.told-to', { company: notice.company.name })}</p>`
        : nothing}
      <recall-card whole .notice=${notice}></recall-card>
      ${notice.can.includes('handle') ? html`<notice-deeds .notice=${notice}></notice-deeds>` : nothing}
    </article>`;
  }
}

customElements.define('notice-view', NoticeView);
