import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { later } from '../../base/later.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { heard, isDemanded, lineName, lines } from '../reading/order.js';
import { FEW } from '../reading/promise.js';
import './heard-feed.js';
import './line-list.js';
import './line-window.js';
import './order-lead.js';
import './requirement-table.js';
import './stage-details.js';

const CLOCK_MILLIS = 5_000;

/** The status page of one order: the sentence, the window, and the detail below for who wants it. */
class OrderStatus extends LightElement {
  static properties = {
    page: { attribute: false },
    connection: { attribute: false },
    /** True for those who have a name here; a glass link shows the page and nothing around it. */
    signedIn: { type: Boolean, attribute: 'signed-in' },
    /** True for those who may say what left. */
    ships: { attribute: false },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  firstUpdated() {
    // It stands at the end, and comes after what is looked for.
    this.signedIn && later(() => import('./share-link.js'));
    this.ships && later(() => import('./record-shipment.js'));
  }

  render() {
    const { page } = this;
    if (!page) {
      return html`<div class="loading" aria-busy="true">
        <p class="visually-hidden">${t('loading')}</p>
        <span></span><span></span><div><i></i><i></i><i></i><i></i><i></i></div>
      </div>`;
    }
    const all = lines(page);
    return html`<article class="order" data-order=${page.number} data-state=${page.state}>
      <order-lead .page=${page} .connection=${this.connection}></order-lead>
      <div class="order-more">${contributions('order', { order: page.number, page })}</div>
      ${all.length > FEW
        ? html`<line-list .page=${page}></line-list>`
        : repeat(all, (line) => line.number, (line) => html`<line-window
              .page=${page}
              .line=${line}
              .named=${all.length > 1}
            ></line-window>`)}
      <div class="columns">
        <div class="column">
          ${all.length > FEW ? nothing : this.#details(all)}
        </div>
        <div class="column">
          ${this.#mayBeEmpty(heard(page).length > 0) ? this.#heard() : nothing}
          ${this.ships ? html`<record-shipment .page=${page}></record-shipment>` : nothing}
          ${this.signedIn ? html`<share-link number=${page.number}></share-link>` : nothing}
        </div>
      </div>
    </article>`;
  }

  /** A glass link may leave a part out: then nothing is said of it, rather than that there is nothing. */
  #mayBeEmpty(isThere) {
    return this.signedIn || isThere;
  }

  #heard() {
    const { page, signedIn } = this;
    return html`<section class="card" aria-labelledby="heard">
      <h2 id="heard">${t('heard.title')}</h2>
      <heard-feed
        .page=${page}
        .more=${signedIn ? `/orders/${encodeURIComponent(page.number)}/history` : ''}
      ></heard-feed>
    </section>`;
  }

  #details(all) {
    return html`${this.#mayBeEmpty(all.some(isDemanded))
        ? all.map((line) => this.#requirements(line, all.length > 1))
        : nothing}
      ${this.#insides(all)}`;
  }

  #requirements(line, named) {
    const id = `requirements-${line.number}`;
    return html`<section class="card" aria-labelledby=${id}>
      <h2 id=${id}>
        ${t('requirements.title')} ${named ? html`<span class="soft">${lineName(line)}</span>` : nothing}
      </h2>
      <requirement-table .line=${line} .page=${this.page}></requirement-table>
    </section>`;
  }

  #insides(all) {
    const told = all.filter(
      (line) =>
        Object.keys(line.unmapped ?? {}).length > 0 ||
        Object.values(line.stages ?? {}).some((stage) => Object.keys(stage.operations ?? {}).length > 0),
    );
    return told.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="inside">
          <h2 id="inside">${t('operations.title')}</h2>
          ${told.map(
            (line) => html`${all.length > 1 ? html`<h3>${lineName(line)}</h3>` : nothing}
              <stage-details .line=${line}></stage-details>`,
          )}
        </section>`;
  }
}

customElements.define('order-status', OrderStatus);
