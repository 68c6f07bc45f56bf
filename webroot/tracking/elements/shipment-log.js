import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { date, today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { apart } from '../reading/amounts.js';
import { items } from '../reading/deliveries.js';
import { recordShipment, shipmentsOf } from '../requests.js';
import './withdraw-shipment.js';

/** What was recorded as left, for whoever may say that it arrived, or take it back. */
class ShipmentLog extends FormElement {
  static properties = { page: { attribute: false } };

  #list = new Listing(this, 'shipments', () => shipmentsOf(this.page.number));

  willUpdate(changed) {
    const before = changed.get('page');
    if (before && JSON.stringify(before.shipments) !== JSON.stringify(this.page.shipments)) {
      this.#list.reload();
    }
  }

  render() {
    const said = this.#list.items.length > 0 || this.#list.problem;
    return html`${said ? this.#list.show((all) => this.#rows(all), nothing) : nothing} ${this.trouble()}`;
  }

  #rows(all) {
    return html`<ul class="rows">${all.toReversed().map((shipment) => this.#row(shipment))}</ul>`;
  }

  #row(shipment) {
    const { number, leftOn, deliveredOn, withdrawn, items: what } = shipment;
    const values = { number, what: items(what, this.page), on: date(leftOn) };
    return html`<li data-shipment-number=${number}>
      <p class="row-main">
        <b>${number}</b>
        <span class="row-line">${apart(t('ship.left', values))}</span>
        ${withdrawn ? html`<span class="soft row-line">${t('ship.withdrawn', { reason: withdrawn })}</span>` : nothing}
        ${deliveredOn && !withdrawn
          ? html`<span class="soft row-line">${t('ship.delivered', { on: date(deliveredOn) })}</span>`
          : nothing}
      </p>
      ${withdrawn ? nothing : this.#buttons(shipment)}
    </li>`;
  }

  #buttons(shipment) {
    return html`<p class="buttons">
      ${shipment.deliveredOn
        ? nothing
        : html`<button
            class="quiet"
            data-action="deliver"
            ?disabled=${this.busy}
            @click=${() => this.#deliver(shipment)}
          >${t('ship.deliver')}</button>`}
      <button
        class="quiet"
        data-action="withdraw-shipment"
        ?disabled=${this.busy}
        @click=${() => this.#withdraw(shipment)}
      >${t('ship.withdraw')}</button>
    </p>`;
  }

  /** The whole of it is said again, with the day. */
  async #deliver({ number, carrier, withdrawn, ...said }) {
    const by = carrier?.code ? { carrier: carrier.code } : { carrierName: carrier?.name };
    const delivered = { ...said, ...by, deliveredOn: today() };
    if (await this.attempt(() => recordShipment(this.page.number, number, delivered))) {
      await this.#list.reload();
    }
  }

  async #withdraw({ number }) {
    const form = Object.assign(document.createElement('withdraw-shipment'), { order: this.page.number, number });
    if (await inDialog(form, t('ship.withdraw-title', { number }))) {
      await this.#list.reload();
    }
  }
}

customElements.define('shipment-log', ShipmentLog);
