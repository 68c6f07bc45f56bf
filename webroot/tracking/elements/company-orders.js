import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { ShortList } from '../../base/elements/short-list.js';
import { Ticking } from '../../base/elements/ticking.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { daysOf } from '../reading/promise.js';
import { product } from '../reading/sentences.js';
import { byUrgency } from '../reading/standing.js';
import { searchOrders } from '../requests.js';
import './standing-chip.js';

const SHOWN = 8;
const NEWEST = 50;
const CLOCK_MILLIS = 15_000;

/** A company's orders on its page: what is late or at risk first. All of them are a link away. */
class CompanyOrders extends LightElement {
  static properties = { company: { attribute: false } };

  #list = new ShortList(
    this,
    () => first(this.company.code),
    (rows) => rows.map(({ number }) => `orders/${number}`),
  );
  #open;

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  willUpdate() {
    if (this.#open !== undefined && this.#open !== this.company.openOrders) {
      this.#list.reload();
    }
    this.#open = this.company.openOrders;
  }

  render() {
    const { items, problem } = this.#list;
    return html`<section class="card company-part" aria-labelledby="company-orders">
      <div class="head">
        <h2 id="company-orders">${t('company-orders.title')}</h2>
        <a href="/orders?q=${encodeURIComponent(this.company.name)}">${t('company-orders.all')}</a>
      </div>
      <p role="alert">${problem ?? ''}</p>
      ${items ? this.#rows(items) : problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #rows(items) {
    const now = Date.now();
    return items.length === 0
      ? html`<p class="empty">${t('company-orders.none')}</p>`
      : html`<ul class="rows">
          ${[...items].sort(byUrgency(now)).map((row) => this.#row(row, now))}
        </ul>`;
  }

  #row(row, now) {
    const lines = Object.values(row.lines ?? {});
    return html`<li data-order=${row.number}>
      <span class="row-main">
        <a href="/orders/${encodeURIComponent(row.number)}"><b>${row.number}</b></a>
        <span class="soft row-line">${lines.map(product).join(t('comma'))}</span>
      </span>
      <span class="soft">${this.#promised(row)}</span>
      <span class="company-standing"><standing-chip .row=${row} .now=${now}></standing-chip></span>
    </li>`;
  }

  #promised({ promised, due }) {
    if (due) {
      return daysOf(due).join(t('comma'));
    }
    return promised ? t('company-orders.promised', { date: date(promised) }) : t('promise.none');
  }
}

/** Those that are late whenever they were placed, and the newest; of all these, what is most urgent. */
async function first(company) {
  const [late, newest] = await Promise.all([
    searchOrders({ company, late: true, limit: SHOWN }),
    searchOrders({ company, limit: NEWEST }),
  ]);
  const rows = new Map([...newest.orders, ...late.orders].map((row) => [row.number, row]));
  return [...rows.values()].sort(byUrgency(Date.now())).slice(0, SHOWN);
}

customElements.define('company-orders', CompanyOrders);
