import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { date } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { leftBriefly } from '../reading/deliveries.js';
import { daysOf } from '../reading/promise.js';
import { counts, narrowed, SHOWN } from '../reading/rows.js';
import { product } from '../reading/sentences.js';
import { searchOrders } from '../requests.js';
import '../../base/elements/tier-mark.js';
import './mini-window.js';
import './orders-filter.js';
import './standing-chip.js';

const CLOCK_MILLIS = 15_000;
const SHOWN_AT_ONCE = 100;
const USUAL = { show: 'all', q: '' };

/** All orders of the viewer, most urgent first. */
class OrdersList extends CalmElement {
  static properties = {
    list: { attribute: false },
    staff: { type: Boolean },
    filter: { state: true },
    shown: { state: true },
    older: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
    this.filter = { ...USUAL, ...narrowing({ show: SHOWN, q: undefined }) };
    this.shown = SHOWN_AT_ONCE;
    this.older = [];
  }

  render() {
    const now = Date.now();
    return html`<section class="orders" aria-labelledby="orders">
      ${contributions('orders', {})}
      <h1 id="orders">${t('orders.title')}</h1>
      ${this.list ? this.#content(now) : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content(now) {
    const live = this.list.rows ?? {};
    const rows = [...Object.values(live), ...this.older.filter(({ number }) => !(number in live))];
    if (rows.length === 0 && !this.list.truncated) {
      return html`<div class="empty-state">
        <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        <h2>${t('orders.none')}</h2>
        <p>${t(this.staff ? 'orders.none-staff' : 'orders.none-text')}</p>
      </div>`;
    }
    const found = narrowed(rows, this.filter, now);
    return html`<orders-filter
        .show=${this.filter.show}
        .q=${this.filter.q}
        .counts=${counts(rows, now)}
        ?staff=${this.staff}
        @narrow=${this.#narrow}
      ></orders-filter>
      ${found.length === 0 ? html`<p class="empty">${t('orders.no-match')}</p>` : this.#table(found, now)}
      ${found.length > this.shown
        ? html`<p><button class="quiet" @click=${() => (this.shown += SHOWN_AT_ONCE)}>
            ${t('orders.more', { count: found.length - this.shown })}
          </button></p>`
        : nothing}
      ${this.list.truncated ? this.#truncated() : nothing}`;
  }

  #table(rows, now) {
    const columns = ['order', this.staff && 'company', 'window', 'promised', 'standing'].filter(Boolean);
    return html`${contributions('list', { rows: rows.slice(0, this.shown) })}
      <table class="order-table">
      <thead><tr>${columns.map((column) => html`<th scope="col">${t(`column.${column}`)}</th>`)}</tr></thead>
      <tbody>
        ${repeat(rows.slice(0, this.shown), (row) => row.number, (row) => this.#row(row, now))}
      </tbody>
    </table>`;
  }

  #row(row, now) {
    const lines = Object.values(row.lines ?? {});
    const left = leftBriefly(row);
    return html`<tr data-order=${row.number}>
      <th scope="row">
        ${contributions('row', { order: row.number, row })}
        <a href="/orders/${encodeURIComponent(row.number)}">${row.number}</a>
        ${row.customerReference ? html`<span class="soft ref">${row.customerReference}</span>` : nothing}
        ${lines.map((line) => html`<span class="what">${product(line)}</span>`)}
      </th>
      ${this.staff
        ? html`<td class="company">
            ${row.company?.name ?? ''} <tier-mark tier=${row.company?.tier ?? nothing}></tier-mark>
          </td>`
        : nothing}
      <td class="panes-cell">${lines.map((line) => html`<mini-window
        .line=${line}
        .stages=${this.list.stages}
        .frozen=${row.state === 'cancelled'}
      ></mini-window>`)}</td>
      <td class="dates-cell">${this.#promise(row)}</td>
      <td class="standing-cell">
        <standing-chip .row=${row} .now=${now}></standing-chip>
        ${left ? html`<span class="why left">${left}</span>` : nothing}
      </td>
    </tr>`;
  }

  #promise({ promised, originally, due }) {
    if (due) {
      return html`${this.#before(originally)} ${daysOf(due).map((said) => html`<b class="due">${said}</b>`)}`;
    }
    if (!promised) {
      return html`<span class="soft">${t('promise.none')}</span>`;
    }
    return html`${this.#before(originally)} <b>${date(promised)}</b>`;
  }

  #before(originally) {
    return originally
      ? html`<del><span class="visually-hidden">${t('promise.before')} </span>${date(originally)}</del>`
      : nothing;
  }

  #truncated() {
    const { q } = this.filter;
    return html`<p class="hint">
      ${t('orders.truncated')}
      ${q
        ? html`<button
          class="quiet"
          data-action="search-older"
          @click=${this.#searchOlder}
        >${t('orders.search-older', { q })}</button>`
        : nothing}
      <span role="alert">${this.failed ?? ''}</span>
    </p>`;
  }

  #narrow(event) {
    this.filter = event.detail;
    keepNarrowing(this.filter, USUAL);
    this.shown = SHOWN_AT_ONCE;
  }

  async #searchOlder() {
    try {
      this.failed = undefined;
      this.older = (await searchOrders({ q: this.filter.q, limit: 50 })).orders;
    } catch (problem) {
      this.failed = problem.message;
    }
  }
}

customElements.define('orders-list', OrdersList);
