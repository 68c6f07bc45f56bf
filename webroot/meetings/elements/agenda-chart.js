import { html, svg } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { HEIGHT, line, shares, told, WIDTH } from '../reading/chart.js';

/** A line of the last weeks or months, with what it came to. */
class AgendaChart extends LightElement {
  static properties = { chart: { attribute: false } };

  render() {
    const values = shares(this.chart);
    return html`<figure class="spark">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${told(this.chart)}>
        ${svg`<polyline fill="none" stroke="var(--lit-edge)" stroke-width="3" stroke-linejoin="round"
          points=${line(values)}></polyline>`}
      </svg>
      <figcaption class="soft">${t(`chart.${this.chart.of}-now`, { last: values.at(-1) })}</figcaption>
    </figure>`;
  }
}

customElements.define('agenda-chart', AgendaChart);
