import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { monthInFull } from '../../base/format.js';
import { t } from '../../base/words.js';
import { months } from '../requests.js';

/** Where the newest numbers are, above one's orders, if they are opened. */
class NumbersLink extends LightElement {
  static properties = { newest: { state: true } };

  async firstUpdated() {
    this.newest = (await months(1).catch(() => ({ months: [] }))).months[0];
  }

  render() {
    return this.newest
      ? html`<p class="numbers-link">
          <a href="/numbers">${t('numbers.link', { month: monthInFull(this.newest.month) })}</a>
        </p>`
      : nothing;
  }
}

customElements.define('numbers-link', NumbersLink);
