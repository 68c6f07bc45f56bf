import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { selection } from '../../base/elements/field.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { number, t } from '../../base/words.js';
import { between, howLong, lostOf, pointsOf, TIERS } from '../reading/loyalty.js';
import { loyalty } from '../requests.js';
import './loyalty-figure.js';
import './loyalty-row.js';

const USUAL = { tier: '' };
const SHOWN = 25;
const ASKED = 500;

/** How loyal customers are: three figures, each with its year, and the companies one by one. */
class LoyaltyPage extends FormElement {
  static properties = { filter: { state: true }, report: { state: true }, most: { state: true } };

  constructor() {
    super();
    this.filter = { ...USUAL, ...narrowing({ tier: TIERS }) };
    this.most = SHOWN;
  }

  firstUpdated() {
    this.#load();
  }

  #load() {
    const { tier } = this.filter;
    this.attempt(async () => {
      this.report = await loyalty({ ...(tier && { tier }), limit: ASKED });
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="loyalty">
      <div class="lead">
        <h1 id="loyalty">${t('loyalty.title')}</h1>
        <p class="soft">${t('loyalty.text')}</p>
      </div>
      <div class="filters">
        ${selection({
          name: 'tier',
          label: t('tier'),
          options: [['', t('loyalty.all-tiers')], ...TIERS.map((tier) => [tier, t(`tier.${tier}`)])],
          chosen: this.filter.tier,
          change: this.#narrow,
        })}
      </div>
      ${this.trouble()}
      ${this.report
        ? this.#content()
        : this.problem
          ? nothing
          : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { now, companies, total } = this.report;
    if (now.tenure.n === 0 && companies.length === 0) {
      return html`<p class="empty">${t('loyalty.nobody')}</p>`;
    }
    return html`<div class="loyalty-figures">${this.#tenure()} ${this.#churn()} ${this.#need()}</div>
      <section class="card" aria-labelledby="loyalty-companies">
        <h2 id="loyalty-companies">${t('loyalty.companies', { count: total })}</h2>
        <p class="soft">${t('loyalty.first-those')}</p>
        <ul class="loyalty-rows">
          ${companies.slice(0, this.most).map((row) => html`<li>
            <loyalty-row .row=${row} .today=${this.report.asOf}></loyalty-row>
          </li>`)}
        </ul>
        ${companies.length > this.most
          ? html`<p><button class="quiet" @click=${() => (this.most += SHOWN)}>${t('more')}</button></p>`
          : nothing}
      </section>`;
  }

  #tenure() {
    const { now, tiers } = this.report;
    const { n, left, average, median } = now.tenure;
    const rows = TIERS.filter((tier) => tiers[tier]?.average);
    return this.#figure({
      name: 'tenure',
      value: median && howLong(median.value),
      said: average && [
        t('loyalty.tenure-said', { average: howLong(average.value), count: n, left: number(left) }),
        between(average, 'months'),
      ],
      unit: 'months',
      figure: ({ tenure }) => tenure.median,
      more:
        rows.length > 1
          ? html`<ul class="loyalty-tiers">${rows.map((tier) => html`<li>
              ${t('loyalty.tenure-tier', {
                tier: t(`tier.${tier}`),
                median: howLong(tiers[tier].median.value),
                average: howLong(tiers[tier].average.value),
                count: tiers[tier].n,
              })}</li>`)}</ul>`
          : nothing,
    });
  }

  #churn() {
    const { churn } = this.report.now;
    const lost = lostOf(this.report.now);
    return this.#figure({
      name: 'churn',
      value: lost && t('loyalty.of', { part: number(lost.value), all: number(churn.lost ? churn.n : churn.rhythmic) }),
      said: lost && [
        churn.lost ? t('loyalty.churn-model') : t('loyalty.churn-dates'),
        churn.lost && between(churn.lost, 'companies'),
        t('loyalty.churn-orders', { lost: number(churn.orders.lost), of: number(churn.orders.of) }),
        ...Object.entries(churn.stated).map(([currency, { lost: money, of }]) =>
          t('loyalty.churn-stated', { lost: number(Math.round(money)), of: number(Math.round(of)), currency }),
        ),
      ],
      unit: 'companies',
      figure: lostOf,
    });
  }

  #need() {
    const { share, of } = this.report.now.need;
    return this.#figure({
      name: 'need',
      value: share && `${number(share.value)} %`,
      said: share && [
        t('loyalty.need-said', { count: share.n, of: number(of) }),
        share.low !== undefined && share.low < share.high ? between(share, 'share') : undefined,
      ],
      unit: 'share',
      figure: ({ need }) => need.share,
      most: 100,
    });
  }

  #figure({ name, value, said, unit, figure, most, more }) {
    return html`<loyalty-figure
      name=${name}
      unit=${unit}
      .value=${value}
      .said=${(said || []).filter(Boolean)}
      .days=${this.report.months.map(({ day }) => day)}
      .points=${pointsOf(this.report.months, figure)}
      .most=${most}
      .more=${more ?? nothing}
    ></loyalty-figure>`;
  }

  #narrow = ({ target: { name, value } }) => {
    this.filter = { ...this.filter, [name]: value };
    this.most = SHOWN;
    keepNarrowing(this.filter, USUAL);
    this.#load();
  };
}

customElements.define('loyalty-page', LoyaltyPage);
