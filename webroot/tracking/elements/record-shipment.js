import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { done, isMeasured } from '../reading/amounts.js';
import { toCome } from '../reading/deliveries.js';
import { lines } from '../reading/order.js';
import { carriers, recordShipment } from '../requests.js';
import './shipment-log.js';

const OTHER = ' other';
const FINEST = 0.001;
const OVER = /^items\[\d+\]\.quantity$/;
const SAID_THERE = ['shipment', 'leftOn', 'trackingNumber', 'carrierName', 'reason'];

/** Records what left, for whoever may: everything that is still here stands in it already. */
class RecordShipment extends FormElement {
  static properties = {
    page: { attribute: false },
    open: { state: true },
    carriers: { state: true },
    carrier: { state: true },
    saved: { state: true },
    nothing: { state: true },
  };

  constructor() {
    super();
    this.carriers = [];
    this.carrier = '';
  }

  render() {
    return html`<section class="card ship" aria-labelledby="ship">
      <h2 id="ship">${t('ship.title')}</h2>
      <p class="soft">${t('ship.text')}</p>
      <p role="status">${this.saved ? t('ship.saved', { number: this.saved }) : ''}</p>
      ${this.open && this.page.state !== 'cancelled'
        ? this.#form()
        : html`<p><button class="go" data-action="ship" @click=${this.#begin}>${t('ship.begin')}</button></p>`}
      <shipment-log .page=${this.page}></shipment-log>
    </section>`;
  }

  #form() {
    return html`<form class="form" @submit=${this.#save}>
      ${field({
        id: 'ship-number',
        label: t('ship.number'),
        hint: t('ship.number-hint'),
        error: this.wrong('shipment') ?? this.wrong('reason'),
        maxlength: 80,
      })}
      ${field({
        id: 'ship-left-on',
        label: t('ship.left-on'),
        type: 'date',
        value: today(),
        max: today(),
        error: this.wrong('leftOn'),
      })}
      <fieldset class="ship-lines">
        <legend>${t('ship.quantities')}</legend>
        ${this.#standing().map((line) => this.#line(line))}
      </fieldset>
      ${selection({
        name: 'carrier',
        label: t('ship.carrier'),
        options: [
          ['', t('ship.carrier-none')],
          ...this.carriers.map(({ code, name }) => [code, name]),
          [OTHER, t('ship.carrier-other')],
        ],
        chosen: this.carrier,
        change: ({ target }) => (this.carrier = target.value),
      })}
      ${this.carrier === OTHER
        ? field({
            id: 'ship-carrier-name',
            label: t('ship.carrier-name'),
            error: this.wrong('carrierName'),
            maxlength: 100,
          })
        : nothing}
      ${field({
        id: 'ship-tracking',
        label: t('ship.tracking'),
        error: this.wrong('trackingNumber'),
        required: false,
        maxlength: 80,
      })}
      ${OVER.test(this.problem?.field)
        ? html`<label class="tick"><input type="checkbox" name="over" /><span>${t('ship.over')}</span></label>`
        : nothing}
      ${this.trouble(...SAID_THERE)}
      <p class="trouble" role="alert">${this.nothing ? t('ship.nothing') : ''}</p>
      <p class="buttons">
        <button class="go" data-action="save-shipment" ?disabled=${this.busy}>${t('ship.save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${this.#close}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** Nothing more leaves of what was cancelled. */
  #standing() {
    return lines(this.page).filter(({ state }) => state !== 'cancelled');
  }

  #line(line) {
    const { number, quantity, unit } = line;
    const rest = toCome(line, this.page);
    const whole = !isMeasured(unit) || unit === 'sets';
    return field({
      id: `ship-line-${number}`,
      name: `line-${number}`,
      label: this.#label(number, quantity, rest, unit),
      type: 'number',
      inputmode: 'decimal',
      value: rest ?? '',
      required: false,
      min: 0,
      step: whole ? 1 : FINEST,
    });
  }

  #label(line, quantity, rest, unit) {
    if (quantity !== undefined) {
      return t('ship.line', { line, done: done(rest, quantity, unit) });
    }
    return isMeasured(unit) ? t('ship.line-unknown-in', { line, unit }) : t('ship.line-unknown', { line });
  }

  #begin = async () => {
    this.open = true;
    this.saved = undefined;
    await this.updateComplete;
    this.querySelector('input').focus();
    await this.attempt(async () => (this.carriers = (await carriers()).carriers));
  };

  #close = () => {
    this.open = false;
    this.problem = undefined;
    this.carrier = '';
  };

  #save = async (event) => {
    const values = submitted(event);
    const number = values['ship-number'];
    const items = this.#standing()
      .map((line) => ({ line: line.number, quantity: Number(values[`line-${line.number}`]) }))
      .filter(({ quantity }) => quantity > 0);
    this.nothing = items.length === 0;
    const said = {
      leftOn: values['ship-left-on'],
      carrier: this.carrier && this.carrier !== OTHER ? this.carrier : undefined,
      carrierName: values['ship-carrier-name'] || undefined,
      trackingNumber: values['ship-tracking'] || undefined,
      items,
      overDelivery: values.over ? true : undefined,
    };
    if (!this.nothing && (await this.attempt(() => recordShipment(this.page.number, number, said)))) {
      this.#close();
      this.saved = number;
    }
  };
}

customElements.define('record-shipment', RecordShipment);
