import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { day, inFull, time, today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { heard } from '../reading/order.js';
import { report } from '../reading/reports.js';
import { source } from '../reading/sentences.js';

const SHOWN = 8;

/** The newest things that the plant said, each with who says so. */
class HeardFeed extends LightElement {
  static properties = { page: { attribute: false }, more: {} };

  render() {
    const newest = heard(this.page).slice(0, SHOWN);
    if (newest.length === 0) {
      return html`<p class="empty">${t('heard.empty')}</p>`;
    }
    return html`<ol class="feed">
        ${repeat(newest, (entry) => entry.key, (entry) => this.#entry(entry))}
      </ol>
      ${this.more
        ? html`<p class="more">
            <a href=${this.more}>${t('heard.all', { count: this.page.reports ?? newest.length })}</a>
          </p>`
        : ''}`;
  }

  #entry(entry) {
    const at = Date.parse(entry.at);
    return html`<li data-kind=${entry.kind}>
      <time datetime=${entry.at} title=${inFull(entry.at)}
        >${today(at) === today() ? '' : html`<span class="day">${day(entry.at)}</span> `}${time(entry.at)}</time
      >
      <p>${report(entry, this.page)} <span class="src">${source(entry)}</span></p>
    </li>`;
  }
}

customElements.define('heard-feed', HeardFeed);
