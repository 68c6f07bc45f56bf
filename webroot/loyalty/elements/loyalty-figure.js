import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { month } from '../../base/format.js';
import { number, t } from '../../base/words.js';
import '../../base/elements/trend-chart.js';

/** One figure with what it says, its year as a line, and the same as a table. */
class LoyaltyFigure extends LightElement {
  static properties = {
    name: {},
    /** What it is in: months, companies or share. */
    unit: {},
    value: { attribute: false },
    said: { attribute: false },
    /** The last day of each month. */
    days: { attribute: false },
    points: { attribute: false },
    most: { attribute: false },
    more: { attribute: false },
  };

  render() {
    const title = t(`loyalty.${this.name}`);
    return html`<section class="card loyalty-figure" aria-labelledby="loyalty-${this.name}">
      <h2 id="loyalty-${this.name}">${title}</h2>
      ${this.value
        ? html`<p class="loyalty-value">${this.value}</p>
            ${this.said.map((sentence) => html`<p class="soft">${sentence}</p>`)}
            ${this.more}
            <trend-chart
              label=${t('loyalty.chart', { figure: title })}
              from=${month(this.days[0].slice(0, 7))}
              to=${month(this.days.at(-1).slice(0, 7))}
              .points=${this.points}
              .most=${this.most}
            ></trend-chart>
            ${this.#table(title)}`
        : html`<p class="soft">${t(`loyalty.no-${this.name}`)}</p>`}
    </section>`;
  }

  #table(title) {
    const shown = this.points.some(({ low }) => low !== undefined);
    return html`<details class="disclosure">
      <summary>${t('loyalty.table')}</summary>
      <div class="scroll" role="region" tabindex="0" aria-label="${t('loyalty.table')}: ${title}">
        <table>
          <thead><tr>
            <th scope="col">${t('loyalty.month')}</th>
            <th scope="col">${t(`loyalty.unit-${this.unit}`)}</th>
            ${shown ? html`<th scope="col">${t('loyalty.interval')}</th>` : nothing}
          </tr></thead>
          <tbody>${this.points.map(({ value, low, high }, at) => html`<tr>
            <th scope="row">${month(this.days[at].slice(0, 7))}</th>
            <td>${value === undefined ? '–' : number(value)}</td>
            ${shown ? html`<td>${low === undefined ? '–' : `${number(low)} – ${number(high)}`}</td>` : nothing}
          </tr>`)}</tbody>
        </table>
      </div>
    </details>`;
  }
}

customElements.define('loyalty-figure', LoyaltyFigure);
