import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { number, t } from '../../base/words.js';
import { howLong, needText, rhythmOf, whyOf } from '../reading/loyalty.js';
import { loyalty } from '../requests.js';
import './need-form.js';

const SAID = 5;

/** How loyal one company is, on its page; and what it says of its need. */
class CompanyLoyalty extends FormElement {
  static properties = { company: { attribute: false }, report: { state: true }, telling: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.report = await loyalty({ company: this.company.code })));
  }

  render() {
    return html`<section class="card company-part" aria-labelledby="company-loyalty">
      <div class="head">
        <h2 id="company-loyalty">${t('loyalty.title')}</h2>
        <a href="/loyalty">${t('loyalty.all')}</a>
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
    const [row] = this.report.companies;
    if (!row) {
      return html`<p class="soft">${t('loyalty.example')}</p>`;
    }
    const { model, orders, months, signs } = row;
    return html`<p>
        ${orders ? html`<span>${t('loyalty.customer-for', { time: howLong(months) })}</span> ` : nothing}
        ${rhythmOf(row, this.report.asOf).map((fact) => html`<span>${fact}</span> `)}
      </p>
      ${model
        ? html`<p class="soft">
            ${t('loyalty.alive', { percent: number(Math.round(model.alive)), orders: number(model.expected) })}
          </p>`
        : nothing}
      ${signs.length > 0
        ? html`<ul class="loyalty-signs" aria-label=${t('loyalty.signs')}>
            ${signs.map((sign) => html`<li data-sign=${sign.kind}>${whyOf(sign)}</li>`)}
          </ul>`
        : nothing}
      ${this.#needs(row)}`;
  }

  #needs({ needs }) {
    return html`<h3>${t('loyalty.need')}</h3>
      ${needs.length === 0
        ? html`<p class="soft">${t('loyalty.need-unsaid')}</p>`
        : html`<ul class="loyalty-needs">${needs.slice(0, SAID).map((need) => html`<li>
            ${needText(need)}
            <span class="soft">${t('loyalty.need-source', { source: need.source, date: date(need.saidOn) })}</span>
          </li>`)}</ul>`}
      ${this.telling
        ? html`<need-form .company=${this.company} @done=${this.#said}></need-form>`
        : html`<p><button class="quiet" data-action="say-need" @click=${() => (this.telling = true)}>
            ${t('loyalty.say-need')}
          </button></p>`}`;
  }

  #said = ({ detail }) => {
    this.telling = false;
    this.report = detail ?? this.report;
  };
}

customElements.define('company-loyalty', CompanyLoyalty);
