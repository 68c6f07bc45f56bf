import { html } from 'lit';
import uPlot from 'uplot';
import { LightElement } from '../../base/elements/light-element.js';
import { number } from '../../base/words.js';

const HEIGHT = 240;
const TENSE = { width: 2, spanGaps: true, points: { show: true, size: 7 } };

/** Room for so many bars, half of one at either end. */
const beside = (count) => ({ time: false, range: [-0.6, count - 0.4] });

/** Lines over months, drawn by uPlot; what they say stands in the table below as well. */
class FiguresChart extends LightElement {
  static properties = {
    label: {},
    /** What the months are called, in their order. */
    months: { attribute: false },
    /** `{ label, values, dash }`, a value a month, `null` where there is none. */
    lines: { attribute: false },
    /** The highest value that can be, where there is one. */
    most: { attribute: false },
  };

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
    return html`${this.#isOneMonth() ? html`<p class="soft chart-month">${this.months[0]}</p>` : this.#legend()}
      <div class="chart" role="img" aria-label=${this.label}></div>`;
  }

  #legend() {
    return html`<ul class="chart-legend" aria-hidden="true">
        ${this.lines.map(({ label, dash }, at) => html`<li data-line=${at} ?data-dash=${dash}>${label}</li>`)}
      </ul>`;
  }

  /** Of one month there is no line to draw: its values stand side by side. */
  #isOneMonth = () => this.months.length === 1;

  updated() {
    this.#draw();
  }

  #draw = () => {
    this.#chart?.destroy();
    const place = this.querySelector('.chart');
    const grid = { stroke: this.#colour('--chart-line') };
    const axis = { stroke: this.#colour('--chart-ink'), grid, ticks: { show: false } };
    const options = {
      width: Math.max(200, place.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: this.#isOneMonth() ? beside(this.lines.length) : { time: false },
        y: { range: (plot, least, most) => [0, this.most ?? Math.max(1, most * 1.1)] },
      },
      axes: [
        {
          ...axis,
          size: this.#isOneMonth() ? 44 : 32,
          grid: { show: false },
          splits: () => (this.#isOneMonth() ? this.lines.map((line, at) => at) : this.#shown()),
          values: (plot, at) => at.map((one) => this.#called(one)),
        },
        { ...axis, size: 44, values: (plot, values) => values.map((value) => number(value)) },
      ],
      series: [{}, ...(this.#isOneMonth() ? [this.#bars()] : this.lines.map(this.#line))],
    };
    this.#chart = new uPlot(options, this.#data(), place);
  };

  /** Bars stand close together: their names go over two lines. */
  #called = (at) => (this.#isOneMonth() ? this.lines[at]?.label.replace(' ', '\n') : this.months[at]);

  #data() {
    const values = this.lines.map((line) => line.values);
    return this.#isOneMonth()
      ? [values.map((one, at) => at), values.map(([only]) => only)]
      : [this.months.map((month, at) => at), ...values];
  }

  #line = ({ label, dash }, at) => ({
    ...TENSE,
    label,
    stroke: this.#colour(`--chart-${at}`),
    ...(dash ? { dash: [6, 4] } : {}),
  });

  #bars() {
    const colour = this.#colour('--chart-0');
    return {
      label: this.label,
      fill: colour,
      stroke: colour,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [0.5, 72] }),
    };
  }

  /** A canvas reads no custom properties, and no light-dark(): the browser works out what they mean here. */
  #colour(name) {
    const probe = this.querySelector('.chart');
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.style.color = '';
    return color;
  }

  /** As many months as there is room for. */
  #shown() {
    const room = Math.max(1, Math.floor((this.querySelector('.chart').clientWidth - 60) / 64));
    const step = Math.ceil(this.months.length / room);
    return this.months.map((month, at) => at).filter((at) => (this.months.length - 1 - at) % step === 0);
  }

  #fit() {
    const width = this.querySelector('.chart')?.clientWidth;
    if (this.#chart && width && width !== this.#chart.width) {
      this.#chart.setSize({ width, height: HEIGHT });
    }
  }
}

customElements.define('figures-chart', FiguresChart);
