import { html, nothing, svg } from 'lit';
import { LightElement } from './light-element.js';

const WIDTH = 300;
const HEIGHT = 90;
const EDGE = 6;

/** A figure over months, with the band in which it lies; what it says stands in a table beside it as well. */
class TrendChart extends LightElement {
  static properties = {
    label: {},
    /** What the first and the last are called. */
    from: {},
    to: {},
    /** `{ value, low, high }` a month, the oldest first; without a value where there is none. */
    points: { attribute: false },
    /** The highest value that can be, where there is one. */
    most: { attribute: false },
  };

  render() {
    const known = this.points.filter(({ value }) => value !== undefined);
    if (known.length < 2) {
      return nothing;
    }
    const top = this.most ?? Math.max(1, ...known.map(({ value, high }) => high ?? value));
    const x = (at) => EDGE + ((WIDTH - 2 * EDGE) * at) / Math.max(1, this.points.length - 1);
    const y = (value) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * Math.min(value, top)) / top;
    return html`<svg role="img" aria-label=${this.label} viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
        <line class="trend-ground" x1="0" x2=${WIDTH} y1=${y(0)} y2=${y(0)}></line>
        ${this.#parts().map((part) => this.#part(part, x, y))}
      </svg>
      <p class="trend-ends soft" aria-hidden="true"><span>${this.from}</span><span>${this.to}</span></p>`;
  }

  /** Runs of months with a value: over a gap no line is drawn. */
  #parts() {
    const parts = [[]];
    this.points.forEach((point, at) => {
      if (point.value === undefined) {
        parts.push([]);
      } else {
        parts.at(-1).push({ ...point, at });
      }
    });
    return parts.filter((part) => part.length > 0);
  }

  #part(part, x, y) {
    const band = part.filter(({ low }) => low !== undefined);
    const upper = band.map(({ at, high }) => `${x(at)},${y(high)}`);
    const lower = band.map(({ at, low }) => `${x(at)},${y(low)}`).reverse();
    const outline = [...upper, ...lower].join(' ');
    return svg`${band.length > 1 ? svg`<polygon class="trend-band" points=${outline}></polygon>` : nothing}
      <polyline class="trend-line" points=${part.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}></polyline>
      ${part.map(({ at, value }) => svg`<path class="trend-dot" d=${`M${x(at)} ${y(value)}h0`}></path>`)}`;
  }
}

customElements.define('trend-chart', TrendChart);
