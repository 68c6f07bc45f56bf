import { nothing, svg, html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { isWithin, scaleOf } from '../reading/scale.js';

const WIDTH = 600;
const EDGE = 8;

/** Values in their order, with the limits that they should keep; what it says stands in a table beside it as well. */
class LimitChart extends LightElement {
  static properties = {
    label: {},
    /** `{ value, low, high, odd }` each; `odd` is one that does not count. */
    points: { attribute: false },
    /** `{ minimum, maximum }`, as far as there are any. */
    limits: { attribute: false },
    /** How high it is drawn, where 600 is its width. */
    height: { type: Number },
  };

  render() {
    const points = this.points.filter(({ value }) => value !== undefined);
    if (points.length === 0) {
      return nothing;
    }
    const height = this.height ?? 220;
    const scale = scaleOf(points, this.limits);
    const x = (at) => (points.length === 1 ? WIDTH / 2 : EDGE + ((WIDTH - 2 * EDGE) * at) / (points.length - 1));
    const y = (value) => height - ((value - scale.from) / (scale.to - scale.from)) * height;
    return html`<svg role="img" aria-label=${this.label} viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none">
      ${this.#allowed(y, height)} ${this.#band(points, x, y)}
      <polyline class="limit-line" points=${points.map(({ value }, at) => `${x(at)},${y(value)}`).join(' ')}></polyline>
      ${points.map(
        ({ value, odd }, at) => svg`<path
          class="limit-dot"
          data-look=${isWithin(value, this.limits) ? (odd ? 'odd' : nothing) : 'bad'}
          d=${`M${x(at)} ${y(value)}h0`}
        ></path>`,
      )}
    </svg>`;
  }

  /** What is allowed is light; each limit is a line. */
  #allowed(y, height) {
    const { minimum, maximum } = this.limits ?? {};
    if (minimum === undefined && maximum === undefined) {
      return nothing;
    }
    const top = maximum === undefined ? 0 : y(maximum);
    const bottom = minimum === undefined ? height : y(minimum);
    return svg`<rect class="limit-allowed" x="0" width=${WIDTH} y=${top} height=${Math.max(0, bottom - top)}></rect>
      ${[maximum, minimum]
        .filter((limit) => limit !== undefined)
        .map((limit) => svg`<line class="limit-edge" x1="0" x2=${WIDTH} y1=${y(limit)} y2=${y(limit)}></line>`)}`;
  }

  #band(points, x, y) {
    if (points.length < 2 || points.some(({ low, high }) => low === undefined || high === undefined)) {
      return nothing;
    }
    const upper = points.map(({ high }, at) => `${x(at)},${y(high)}`);
    const lower = points.map(({ low }, at) => `${x(at)},${y(low)}`).reverse();
    return svg`<polygon class="limit-band" points=${[...upper, ...lower].join(' ')}></polygon>`;
  }
}

customElements.define('limit-chart', LimitChart);
