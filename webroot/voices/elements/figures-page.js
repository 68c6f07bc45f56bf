import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { selection } from '../../base/elements/field.js';
import { month } from '../../base/format.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { number, t, wording } from '../../base/words.js';
import { COMMITMENTS, duration } from '../reading/clock.js';
import { before, counted, DIMENSIONS, hours, months, series, share, together } from '../reading/figures.js';
import { departments, figures, figuresFile } from '../requests.js';
import './figures-chart.js';

const USUAL_MONTHS = 11;

/** How well commitments are kept, by month and by department, kind or tier; as charts, a table and a file. */
class FiguresPage extends FormElement {
  static properties = {
    filter: { state: true },
    monthly: { state: true },
    rows: { state: true },
    departments: { state: true },
  };

  constructor() {
    super();
    const now = new Date().toISOString().slice(0, 7);
    this.filter = {
      from: before(now, USUAL_MONTHS),
      to: now,
      by: DIMENSIONS[0],
      ...narrowing({ from: undefined, to: undefined, by: DIMENSIONS }),
    };
    this.departments = [];
  }

  firstUpdated() {
    this.#load();
  }

  async #load() {
    const { from, to, by } = this.filter;
    await this.attempt(async () => {
      const [monthly, divided, known] = await Promise.all([
        figures({ from, to, by: 'month' }),
        figures({ from, to, by }),
        departments(),
      ]);
      Object.assign(this, {
        monthly: monthly.figures,
        rows: divided.figures,
        departments: known.departments,
      });
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="figures">
      <div class="lead">
        <div class="head">
          <h1 id="figures">${t('figures.title')}</h1>
          <a class="quiet" download href=${figuresFile({ from: this.filter.from, to: this.filter.to })}>
            ${t('figures.download')}
          </a>
        </div>
        <p class="soft">${t('figures.text')}</p>
      </div>
      ${this.#filters()} ${this.trouble()} ${this.monthly ? this.#content() : nothing}
    </section>`;
  }

  #filters() {
    const input = (name) => html`<label class="entry">
      <span>${t(`figures.${name}`)}</span>
      <input type="month" name=${name} .value=${this.filter[name]} @change=${this.#narrow} />
    </label>`;
    return html`<div class="filters">
      ${input('from')} ${input('to')}
      ${selection({
        name: 'by',
        label: t('figures.by'),
        options: DIMENSIONS.map((one) => [one, t(`figures.${one}`)]),
        chosen: this.filter.by,
        change: this.#narrow,
      })}
    </div>`;
  }

  #content() {
    if (this.monthly.length === 0) {
      return html`<div class="empty-state">
        <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        <h2>${t('figures.none')}</h2>
        <p>${t('figures.none-text')}</p>
        <p><a class="go" href="/inbox">${t('figures.to-inbox')}</a></p>
      </div>`;
    }
    const shown = counted(this.monthly, months(this.filter.from, this.filter.to));
    const lines = (value) =>
      series(this.monthly, shown, COMMITMENTS, value).map((values, at) => ({
        label: t(`commitment.${COMMITMENTS[at]}`),
        values,
      }));
    return html`<div class="figure-charts">
        ${this.#chart('figures.kept-title', shown, lines(share), 100)}
        ${this.#chart('figures.time-title', shown, lines((row) => hours(row.median)))}
      </div>
      <section class="card" aria-labelledby="figure-table">
        <h2 id="figure-table">${t(`figures.by-${this.filter.by}`)}</h2>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('figures.table')}>${this.#table()}</div>
      </section>`;
  }

  #chart(title, shown, lines, most) {
    return html`<section class="card">
      <h2>${t(title)}</h2>
      <figures-chart label=${t(title)} .months=${shown.map(month)} .lines=${lines} .most=${most}></figures-chart>
    </section>`;
  }

  #table() {
    const { by } = this.filter;
    const columns = ['commitment', 'kept', 'missed', 'share', 'median', 'p90'];
    return html`<table class="figure-table">
      <thead>
        <tr>${[by, ...columns].map((one) => html`<th scope="col">${t(`figures.${one}`)}</th>`)}</tr>
      </thead>
      <tbody>
        ${together(this.rows, by).map((rows) => rows.map((row, at) => html`<tr ?data-first=${at === 0}>
          ${at === 0
            ? html`<th scope="rowgroup" rowspan=${rows.length}>${this.#called(row[by])}</th>`
            : nothing}
          <td>${t(`commitment.${row.commitment}`)}</td>
          <td>${number(row.kept)}</td>
          <td>${number(row.missed)}</td>
          <td>${this.#share(share(row))}</td>
          <td>${this.#time(row.median)}</td>
          <td>${this.#time(row.ninetieth)}</td>
        </tr>`))}
      </tbody>
    </table>`;
  }

  #share = (percent) =>
    percent === undefined
      ? '–'
      : html`<span class="figure-share">
          <progress max="100" value=${percent} aria-hidden="true"></progress>${number(Math.round(percent))}
        </span>`;

  #time = (seconds) => (hours(seconds) === undefined ? '–' : duration(seconds));

  #called(code) {
    if (this.filter.by === 'department') {
      return wording(this.departments.find((one) => one.code === code)?.name) || code;
    }
    return t(`${this.filter.by}.${code}`);
  }

  #narrow = ({ target: { name, value } }) => {
    if (value) {
      this.filter = { ...this.filter, [name]: value };
      keepNarrowing(this.filter);
      this.#load();
    }
  };
}

customElements.define('figures-page', FiguresPage);
