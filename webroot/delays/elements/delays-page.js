import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { t } from '../../base/words.js';
import { isWaiting, offersOf } from '../reading/offers.js';
import './offer-row.js';
import './risk-row.js';

const CLOCK_MILLIS = 30_000;
const ANSWERED = 50;

/** Promises at risk, and what customers were offered, live. */
class DelaysPage extends LightElement {
  static properties = { page: { attribute: false }, keeps: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    return html`<section class="manage delays" aria-labelledby="delays">
      <div class="head"><h1 id="delays">${t('delays.title')}</h1></div>
      <p class="soft">
        ${t('delays.counted')} <a href="/orders?show=late-or-at-risk">${t('delays.other-risks')}</a>
      </p>
      ${this.page ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const risks = Object.values(this.page.risks ?? {}).sort(byUrgency);
    const toDecide = risks.filter(({ decided }) => !decided?.lookAgainOn);
    const recovering = risks.filter((one) => !toDecide.includes(one));
    const offers = offersOf(this.page);
    return html`${this.#part('to-decide', toDecide, this.#risk, t('delays.nothing-at-risk'))}
      ${this.#part('waiting', offers.filter(isWaiting), offer, t('delays.nothing-waits'))}
      ${this.#part('recovering', recovering, this.#risk)}
      ${this.#part('answered', offers.filter((one) => !isWaiting(one)).slice(0, ANSWERED), offer)}`;
  }

  #risk = (risk) => html`<risk-row .risk=${risk} .keeps=${this.keeps}></risk-row>`;

  #part(name, rows, row, empty) {
    return rows.length === 0 && !empty
      ? nothing
      : html`<section class="card" data-part=${name} aria-labelledby="part-${name}">
          <h2 id="part-${name}">${t(`delays.part-${name}`)} <small class="soft">${rows.length || ''}</small></h2>
          ${rows.length === 0 ? html`<p class="soft">${empty}</p>` : repeat(rows, ({ id }) => id, row)}
        </section>`;
  }
}

const offer = (one) => html`<offer-row named .offer=${one}></offer-row>`;
const byUrgency = (a, b) => a.due.localeCompare(b.due);

customElements.define('delays-page', DelaysPage);
