import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { selection } from '../../base/elements/field.js';
import { date, monthInFull } from '../../base/format.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { months, oneMonth, settings } from '../requests.js';
import './correct-month.js';
import './month-numbers.js';
import './numbers-history.js';
import './scorecard-opening.js';

/** The numbers of the months for the house: what is frozen, what will be, and to whom it is opened. */
class ScorecardPage extends FormElement {
  static properties = {
    keeps: { attribute: false },
    list: { state: true },
    setting: { state: true },
    chosen: { state: true },
    shown: { state: true },
  };

  constructor() {
    super();
    this.chosen = narrowing({ month: undefined }).month;
  }

  firstUpdated() {
    this.#load();
  }

  async #load() {
    await this.attempt(async () => {
      const [list, setting] = await Promise.all([months(), settings()]);
      const offered = [setting.next.month, ...list.months.map((one) => one.month)];
      this.chosen = offered.includes(this.chosen) ? this.chosen : offered[0];
      this.shown = await oneMonth(this.chosen);
      Object.assign(this, { list: list.months, setting });
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="scorecard">
      <div class="lead">
        <div class="head">
          <h1 id="scorecard">${t('scorecard.title')}</h1>
          ${this.setting && this.setting.opened !== 'nobody'
            ? html`<a href="/numbers">${t('scorecard.as-others')}</a>`
            : nothing}
        </div>
        <p class="soft">${t('scorecard.text')}</p>
      </div>
      ${this.trouble()}
      ${this.shown && this.list
        ? this.#content()
        : this.problem
          ? nothing
          : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { next } = this.setting;
    const options = [
      [next.month, t('scorecard.preview', { month: monthInFull(next.month) })],
      ...this.list.map((one) => [one.month, monthInFull(one.month)]),
    ];
    return html`<scorecard-opening
        .setting=${this.setting}
        .keeps=${this.keeps}
        @done=${({ detail }) => (this.setting = detail)}
      ></scorecard-opening>
      <section class="card" aria-labelledby="scorecard-month">
        <div class="head">
          <h2 id="scorecard-month">${monthInFull(this.shown.month)}</h2>
          ${selection({
            name: 'month',
            label: t('scorecard.month'),
            options,
            chosen: this.chosen,
            change: ({ target }) => this.#choose(target.value),
          })}
        </div>
        ${this.shown.frozen ? nothing : html`<p>${t('scorecard.frozen-on', { date: date(next.frozenOn) })}</p>`}
        <month-numbers .month=${this.shown}></month-numbers>
        ${this.keeps && this.shown.frozen
          ? html`<correct-month .month=${this.shown.month} @done=${this.#corrected}></correct-month>`
          : nothing}
      </section>
      <numbers-history .months=${this.list}></numbers-history>`;
  }

  async #choose(wanted) {
    await this.attempt(async () => {
      this.shown = await oneMonth(wanted);
      this.chosen = wanted;
      keepNarrowing({ month: wanted });
    });
  }

  #corrected = ({ detail }) => {
    this.shown = detail;
    this.attempt(async () => (this.list = (await months()).months));
  };
}

customElements.define('scorecard-page', ScorecardPage);
