import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { limits } from '../../base/reading/demands.js';
import { t, wording } from '../../base/words.js';
import { doubt } from '../reading/doubts.js';
import { inUnit, isWithin, readGauge } from '../reading/gauges.js';
import { isPhoto } from '../pictures.js';
import { heard } from '../reading/heard.js';
import { listen } from '../scanner.js';
import './number-pad.js';
import './picture-taker.js';

const LONGEST_DEVICE = 60;
const LONGEST_RAW = 100;

/** Asks for a measured value, typed or sent by a gauge. Answers `{ report, pictures }`, or nothing. */
export function openMeasure(demand, bench) {
  const sheet = Object.assign(document.createElement('measure-sheet'), { demand, bench });
  return inDialog(sheet, wording(demand.name));
}

class MeasureSheet extends LightElement {
  static properties = {
    demand: { attribute: false },
    bench: { attribute: false },
    device: { state: true },
    typed: { state: true },
    pictures: { state: true },
    wrong: { state: true },
    asked: { state: true },
    either: { state: true },
  };

  #forget;
  #raw;

  constructor() {
    super();
    this.typed = '';
    this.pictures = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#forget = listen((text) => this.#hear(text));
    this.device = this.bench.settings.gauge ?? '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  /** What a gauge sends is a value here; what is none, the code on a gauge; whoever stands in a field scans into it. */
  #hear(text) {
    const said = text.trim();
    const field = this.querySelector('.measure-with input:focus');
    const what = field ? 'code' : heard(said);
    if (what === 'code') {
      field?.name === 'serial' ? (field.value = said) : this.#measureWith(said);
      return true;
    }
    this.#type(said);
    this.#raw = text.slice(0, LONGEST_RAW);
    this.either = what === 'either';
    this.either || this.#send();
    return true;
  }

  #measureWith(code) {
    this.device = code.slice(0, LONGEST_DEVICE);
  }

  #isCode = () => {
    this.#measureWith(this.typed);
    this.#type('');
  };

  #type(text) {
    this.typed = text;
    this.either = false;
    this.#raw = undefined;
    this.asked = undefined;
    this.wrong = undefined;
  }

  render() {
    const { demand } = this;
    return html`<form class="report-sheet" novalidate @submit=${this.#submit}>
      <h2>${wording(demand.name)}</h2>
      <p class="soft">${[wording(demand.ordered), limits(demand)].filter(Boolean).join(' · ')}</p>
      <label class="entry report-amount">
        <span>${demand.unit ? t('station.value-in', { unit: demand.unit }) : t('station.value')}</span>
        <input
          inputmode="decimal"
          .value=${this.typed}
          autocomplete="off"
          aria-invalid=${this.wrong ? 'true' : nothing}
          aria-describedby="measure-wrong"
          @input=${({ target }) => this.#type(target.value)}
        />
      </label>
      ${this.either
        ? html`<p class="hint-box measure-either" role="status">${t('station.value-or-code')}
            <button type="button" class="tap" data-action="is-code" @click=${this.#isCode}>
              ${t('station.is-code')}
            </button></p>`
        : nothing}
      <number-pad point="." @pressed=${this.#pressed}></number-pad>
      <div class="measure-with">
        <label class="entry">
          <span>${t('station.gauge')}</span>
          <input
            name="device"
            maxlength=${LONGEST_DEVICE}
            autocomplete="off"
            .value=${this.device}
            @input=${({ target }) => (this.device = target.value)}
          />
        </label>
        <label class="entry">
          <span>${t('station.serial')}</span>
          <input name="serial" maxlength=${LONGEST_RAW} autocomplete="off" />
        </label>
      </div>
      ${demand.photo
        ? html`<picture-taker .pictures=${this.pictures} @pictures=${this.#taken}></picture-taker>`
        : nothing}
      <p class="trouble" id="measure-wrong" role="alert">${this.wrong ?? ''}</p>
      <p class="buttons">
        <button class="tap good" data-action="send">
          ${this.asked === undefined ? t('station.sheet-go.measure') : t('station.sheet-go.really')}
        </button>
        <button type="button" class="tap" data-action="cancel" @click=${() => this.#done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #taken = ({ detail }) => (this.pictures = detail);

  #pressed = ({ detail: key }) => this.#type(key === 'back' ? this.typed.slice(0, -1) : this.typed + key);

  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  #send() {
    const value = this.#value();
    if (value === undefined) {
      return;
    }
    const asks = doubt(this.typed, value, this.demand);
    if (asks && this.asked !== value) {
      this.asked = value;
      this.wrong = asks;
    } else if (this.demand.photo && !this.pictures.some(isPhoto)) {
      this.wrong = t('station.wrong-photo');
    } else {
      this.bench.set({ gauge: this.device.trim() });
      this.#done({ report: this.#report(value), pictures: this.pictures, fine: isWithin(value, this.demand) });
    }
  }

  #report(value) {
    const said = { raw: this.#raw, device: this.device.trim(), unit: this.querySelector('[name=serial]').value.trim() };
    const known = Object.fromEntries(Object.entries(said).filter(([, one]) => one));
    return { kind: 'reading', requirement: this.demand.code, value, ...known };
  }

  /** In the unit of what was ordered; where a gauge measures something else, nobody guesses. */
  #value() {
    const read = readGauge(this.typed);
    const value = read && inUnit(read, this.demand.unit);
    if (value === undefined) {
      this.wrong = read
        ? t('station.wrong-unit', { unit: read.unit, wanted: this.demand.unit ?? '' })
        : t('station.wrong-value');
    }
    return value;
  }

  #done(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('measure-sheet', MeasureSheet);
