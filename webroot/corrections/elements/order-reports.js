import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { sharedReports } from '../requests.js';

/** The reports about an order that were shared with whoever reads its page. */
class OrderReports extends LightElement {
  static properties = { order: { attribute: false }, reports: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.reports = await sharedReports(this.order).catch(() => []); // The order itself is worth reading without.
  }

  render() {
    return this.reports?.length
      ? html`<ul class="order-reports">
          ${this.reports.map(
            ({ number, title }) => html`<li>
              <a href="/nonconformances/${number}/report">${t('eight-d.of', { title: title ?? number })}</a>
            </li>`,
          )}
        </ul>`
      : nothing;
  }
}

customElements.define('order-reports', OrderReports);
