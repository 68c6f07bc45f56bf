import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { month } from '../../base/format.js';
import { t } from '../../base/words.js';
import { called, charted, history, valueOf } from '../reading/numbers.js';
import '../../base/elements/trend-chart.js';

/** The figures over the months: as lines, and as a table. */
class NumbersHistory extends LightElement {
  static properties = { months: { attribute: false } };

  render() {
    const figures = charted(this.months);
    if (figures.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="numbers-history">
      <h2 id="numbers-history">${t('scorecard.history')}</h2>
      <div class="number-charts">${figures.map((figure) => this.#chart(figure))}</div>
      <details class="disclosure">
        <summary>${t('scorecard.table')}</summary>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('scorecard.table')}>
          ${this.#table(figures)}
        </div>
      </details>
    </section>`;
  }

  #chart(figure) {
    return html`<figure>
      <figcaption>${called(figure)}</figcaption>
      <trend-chart
        label=${t('scorecard.chart', { figure: called(figure) })}
        from=${month(this.months.at(-1).month)}
        to=${month(this.months[0].month)}
        .points=${history(this.months, figure.name)}
        .most=${figure.unit === 'share' ? 100 : undefined}
      ></trend-chart>
    </figure>`;
  }

  #table(figures) {
    return html`<table>
      <thead><tr>
        <th scope="col">${t('scorecard.month')}</th>
        ${figures.map((figure) => html`<th scope="col">${called(figure)}</th>`)}
      </tr></thead>
      <tbody>${this.months.map((one) => html`<tr>
        <th scope="row">${month(one.month)}</th>
        ${figures.map(({ name }) => html`<td>${this.#cell(one, name)}</td>`)}
      </tr>`)}</tbody>
    </table>`;
  }

  #cell(one, name) {
    const figure = one.figures.find((known) => known.name === name && !known.group);
    return figure ? valueOf(figure) : '–';
  }
}

customElements.define('numbers-history', NumbersHistory);
