import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { sharesReady } from '../reading/forecast.js';
import { isStopped } from '../reading/order.js';
import { product, workOrders } from '../reading/sentences.js';
import { isStale } from '../reading/standing.js';
import './shipment-panes.js';
import './stage-window.js';

const CLOCK_MILLIS = 5_000;

/** The window of one line, under its name where there are others. */
class LineWindow extends LightElement {
  static properties = {
    page: { attribute: false },
    line: { attribute: false },
    named: { attribute: false },
    /** Where a line is shown a second time. */
    again: { attribute: false },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { page, line, named } = this;
    const heading = named ? t('line.heading', { number: line.number, what: product(line) }) : t('window.label');
    const id = `line-${line.number}${this.again ? '-again' : ''}`;
    return html`<section class="line" data-line=${line.number} aria-labelledby=${id}>
      <h2 id=${id} class=${named ? '' : 'visually-hidden'}>${heading}</h2>
      ${line.forecast && !isStopped(page, line)
        ? html`<p class="line-ready soft">${sharesReady('forecast.ready', line.forecast)}</p>`
        : nothing}
      ${line.workOrders ? html`<p class="work-orders soft">${workOrders(line)}</p>` : nothing}
      <stage-window
        .page=${page}
        .line=${line}
        .stale=${isStale(page, Date.now())}
        .frozen=${isStopped(page, line)}
        label=${heading}
      ></stage-window>
      <div class="order-more">${contributions('line', { order: page.number, page, line: line.number, named })}</div>
      ${line.left ? html`<shipment-panes .page=${page} .line=${line}></shipment-panes>` : nothing}
    </section>`;
  }
}

customElements.define('line-window', LineWindow);
