import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { monthInFull } from '../../base/format.js';
import { t } from '../../base/words.js';
import { months, oneMonth } from '../requests.js';
import './month-numbers.js';
import './numbers-history.js';

/** The numbers of the months, for whoever they are opened to: no account is asked for. */
class NumbersPage extends FormElement {
  static properties = {
    /** Which month, where the address says; else the newest. */
    wanted: {},
    list: { state: true },
    shown: { state: true },
  };

  firstUpdated() {
    this.#load();
  }

  async #load() {
    await this.attempt(async () => {
      const list = (await months()).months;
      const newest = this.wanted ?? list[0]?.month;
      const known = list.some((one) => one.month === newest);
      this.shown = known ? await oneMonth(newest) : undefined;
      this.list = list;
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="numbers">
      <div class="lead">
        <h1 id="numbers">
          ${this.shown ? t('numbers.of', { month: monthInFull(this.shown.month) }) : t('numbers.title')}
        </h1>
        <p class="soft">${t('numbers.text')}</p>
      </div>
      ${this.trouble()}
      ${this.list
        ? this.#content()
        : this.problem
          ? nothing
          : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    if (!this.shown) {
      return html`<p class="empty">${t(this.list.length > 0 ? 'numbers.not-this' : 'numbers.none')}</p>
        ${this.#others()}`;
    }
    return html`<section class="card"><month-numbers .month=${this.shown}></month-numbers></section>
      <numbers-history .months=${this.list}></numbers-history>
      ${this.#others()}`;
  }

  #others() {
    return this.list.length === 0
      ? nothing
      : html`<nav class="card" aria-labelledby="numbers-months">
          <h2 id="numbers-months">${t('numbers.months')}</h2>
          <ul class="number-months">${this.list.map((one) => html`<li>
            <a
              href="/numbers/${encodeURIComponent(one.month)}"
              aria-current=${one.month === this.shown?.month ? 'page' : nothing}
            >${monthInFull(one.month)}</a>
            ${one.corrections > 0 ? html`<span class="soft">${t('scorecard.is-corrected')}</span>` : nothing}
          </li>`)}</ul>
        </nav>`;
  }
}

customElements.define('numbers-page', NumbersPage);
