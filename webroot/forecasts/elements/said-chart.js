import { html } from 'lit';
import uPlot from 'uplot';
import { LightElement } from '../../base/elements/light-element.js';
import { briefDate } from '../../base/format.js';
import { number, t } from '../../base/words.js';

const HEIGHT = 240;
const LINES = [
  ['came', undefined],
  ['half', [6, 4]],
  ['nineOfTen', [2, 3]],
];

/** What was said and what came, week by week; the table below says the same. */
class SaidChart extends LightElement {
  static properties = { weeks: { attribute: false } };

  #chart;
  #watch = new ResizeObserver(() => this.#fit());
  #dark = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
    this.#dark.addEventListener('change', this.#draw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#dark.removeEventListener('change', this.#draw);
    this.#chart?.destroy();
  }

  render() {
    return html`<ul class="said-legend" aria-hidden="true">
        ${LINES.map(([name]) => html`<li data-line=${name}>${t(`tried.line-${name}`)}</li>`)}
      </ul>
      <div class="said-plot" role="img" aria-label=${t('tried.chart')}></div>`;
  }

  updated() {
    this.#draw();
  }

  #draw = () => {
    this.#chart?.destroy();
    const place = this.querySelector('.said-plot');
    const axis = {
      stroke: this.#colour('--said-ink'),
      grid: { stroke: this.#colour('--said-grid') },
      ticks: { show: false },
    };
    const options = {
      width: Math.max(200, place.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false }, y: { range: (plot, least, most) => [0, Math.max(1, most * 1.1)] } },
      axes: [
        {
          ...axis,
          size: 32,
          grid: { show: false },
          splits: () => this.#shown(),
          values: (plot, at) => at.map((one) => briefDate(this.weeks[one].from)),
        },
        { ...axis, size: 44, values: (plot, values) => values.map((value) => number(value)) },
      ],
      series: [
        {},
        ...LINES.map(([name, dash]) => ({
          width: 2,
          stroke: this.#colour(`--said-${name}`),
          points: { show: this.weeks.length < 30, size: 6 },
          ...(dash ? { dash } : {}),
        })),
      ],
    };
    const rows = LINES.map(([name]) => this.weeks.map((week) => week[name]));
    this.#chart = new uPlot(options, [this.weeks.map((week, at) => at), ...rows], place);
  };

  /** A canvas reads no custom properties: the browser works out what they mean here. */
  #colour(name) {
    const probe = this.querySelector('.said-plot');
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.style.color = '';
    return color;
  }

  /** As many weeks as there is room for. */
  #shown() {
    const room = Math.max(1, Math.floor((this.querySelector('.said-plot').clientWidth - 60) / 72));
    const step = Math.ceil(this.weeks.length / room);
    return this.weeks.map((week, at) => at).filter((at) => at % step === 0);
  }

  #fit() {
    const width = this.querySelector('.said-plot')?.clientWidth;
    if (this.#chart && width && width !== this.#chart.width) {
      this.#chart.setSize({ width, height: HEIGHT });
    }
  }
}

customElements.define('said-chart', SaidChart);
