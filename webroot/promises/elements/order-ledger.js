import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import { entries, heard, holding, inSum, isUnread, lineNumbers } from '../reading/ledger.js';
import { moved, restedOn, said, why } from '../reading/ledger.js';
import './seen-promise.js';

/** Every word on the dates of an order: why, who was told and who read it; live. */
class OrderLedger extends CalmElement {
  static properties = {
    order: { attribute: false },
    page: { attribute: false },
    /** Whether whoever looks is the customer's: then what is on the screen counts as read. */
    reads: { attribute: false },
    ledger: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.stop = watchBeside(`promises/${this.order}`, ({ page }) => (this.ledger = page));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  render() {
    const all = entries(this.ledger);
    if (all.length === 0) {
      return nothing;
    }
    return html`${this.reads && isUnread(this.ledger)
        ? html`<seen-promise .order=${this.order} .of=${this.ledger.upTo} .upTo=${this.ledger.upTo}></seen-promise>`
        : nothing}
      <details class="order-ledger">
        <summary><span>${t('promises.title')}</span> <small class="soft">${inSum(this.ledger)}</small></summary>
        <ol>
          ${repeat(all, ({ version }) => version, (entry) => this.#entry(entry))}
        </ol>
      </details>`;
  }

  #entry(entry) {
    const holds = holding(this.ledger).some(({ version }) => version === entry.version);
    return html`<li data-move=${entry.move ?? entry.kind} data-holds=${holds}>
      <p>
        ${this.#lines(entry)}
        <b>${moved(entry)}</b>
      </p>
      ${why(entry).map((one) => html`<p>${one}</p>`)}
      ${restedOn(entry).map((one) => html`<p class="soft">${one}</p>`)}
      <p class="soft">${[said(entry), ...heard(entry, holds)].join(t('space'))}</p>
    </li>`;
  }

  #lines(entry) {
    const numbers = lineNumbers(entry, Object.keys(this.page?.lines ?? {}).length);
    return numbers.length === 0
      ? nothing
      : html`<span class="of">${t('promises.line', { line: numbers.join(t('comma')) })}</span>`;
  }
}

customElements.define('order-ledger', OrderLedger);
