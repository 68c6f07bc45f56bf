import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { apart, share } from '../reading/amounts.js';
import { on, shipments, toCome } from '../reading/deliveries.js';

const CLOCK_MILLIS = 60_000;
const SHOWN = 4;

const expectation = (day) => (day < today() ? 'shipment.overdue' : 'shipment.expected');

/** What left of a line, a small pane a shipment, under its last stage; and what is still to come. */
class ShipmentPanes extends LightElement {
  static properties = { page: { attribute: false }, line: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { page, line } = this;
    if (!line.left) {
      return nothing;
    }
    const all = shipments(line, page);
    const earlier = all.slice(0, -SHOWN);
    const rest = toCome(line, page);
    return html`${earlier.length > 0
        ? html`<details class="inside">
            <summary>${t('shipments.earlier', { count: earlier.length })}</summary>
            ${this.#panes(earlier, t('shipments.earlier', { count: earlier.length }))}
          </details>`
        : nothing}
      ${this.#panes(all.slice(-SHOWN), t('shipments.title'), rest)}`;
  }

  #panes(some, label, rest = 0) {
    return html`<ol class="shipments" aria-label=${label}>
      ${repeat(some, ({ key }) => key, (one) => this.#pane(one))}
      ${rest > 0
        ? html`<li class="shipment coming"><b>${this.#of('shipment.to-come', { what: this.#share(rest) })}</b></li>`
        : nothing}
    </ol>`;
  }

  #share = (quantity) => share(quantity, this.line.unit);

  #of = (key, values) => apart(t(key, values));

  #pane({ key, quantity, leftOn, expectedOn, deliveredOn, number, carrier, trackingNumber, link }) {
    return html`<li class="shipment" data-shipment=${key} ?data-delivered=${deliveredOn !== undefined}>
      <b>${this.#of('shipment.left', { what: this.#share(quantity), on: on(leftOn) })}</b>
      ${carrier || trackingNumber
        ? html`<span>${carrier ?? ''} ${this.#tracking(trackingNumber, link)}</span>`
        : nothing}
      ${deliveredOn ? html`<span class="arrived">${t('shipment.delivered', { on: on(deliveredOn) })}</span>` : nothing}
      ${expectedOn && !deliveredOn
        ? html`<span class="soft">${t(expectation(expectedOn), { on: on(expectedOn) })}</span>`
        : nothing}
      ${number ? html`<span class="soft">${t('shipment.number', { number })}</span>` : nothing}
    </li>`;
  }

  /** The carrier's own page is elsewhere, and learns nothing of where its visitor came from. */
  #tracking(number, link) {
    return link?.startsWith('https://')
      ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${number}</a>`
      : (number ?? '');
  }
}

customElements.define('shipment-panes', ShipmentPanes);
