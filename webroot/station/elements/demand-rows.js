import { html, nothing } from 'lit';
import { measure } from '../../base/format.js';
import { limits } from '../../base/reading/demands.js';
import { t, wording } from '../../base/words.js';
import { isWithin } from '../reading/gauges.js';
import { lastReading } from '../reading/standing.js';
import { BenchElement } from './bench-element.js';

/**
 * What was ordered of this stage, and what of it was measured: a value, or pass and fail. Raises `said` with
 * `{ report, pictures, fine }`.
 */
class DemandRows extends BenchElement {
  static properties = { ...BenchElement.properties, work: { attribute: false } };

  render() {
    const demands = this.work.requirements ?? [];
    return demands.length === 0
      ? nothing
      : html`<ul class="demand-rows" aria-label=${t('station.ordered')}>
          ${demands.map((demand) => this.#row(demand))}
        </ul>`;
  }

  #row(demand) {
    const last = lastReading(this.bench.records, this.work, demand.code);
    return html`<li data-demand=${demand.code}>
      <span class="demand-said"><strong>${wording(demand.name)}${t('colon')}${ordered(demand)}</strong>
        ${demand.photo ? html`<span class="chip">${t('station.with-photo')}</span>` : nothing}
        ${last ? measured(last, demand) : nothing}</span>
      <span class="demand-taps">${isValue(demand)
        ? html`<button class="tap" data-action="measure" @click=${() => this.#measure(demand)}>
            ${t('station.tap.measure')}
          </button>`
        : html`<button class="tap good" data-action="pass" @click=${() => this.#say(demand, true)}>
              ${t('station.tap.pass')}
            </button>
            <button class="tap bad" data-action="fail" @click=${() => this.#say(demand, false)}>
              ${t('station.tap.fail')}
            </button>`}</span>
    </li>`;
  }

  /** By a code on paper: that is clear where one thing is to be judged. */
  judge(passed) {
    const [demand, another] = (this.work.requirements ?? []).filter((one) => !isValue(one));
    return demand && !another ? this.#say(demand, passed) : false;
  }

  /** What must be seen is asked for at once. */
  async #say(demand, passed) {
    const pictures = demand.photo ? await this.#pictures(demand) : [];
    if (pictures) {
      this.#said({ report: { kind: 'reading', requirement: demand.code, passed }, pictures, fine: passed });
    }
  }

  async #pictures(demand) {
    const { openSheet } = await import('./report-sheet.js');
    return (await openSheet('picture', this.work, this.bench, wording(demand.name)))?.pictures;
  }

  async #measure(demand) {
    const { openMeasure } = await import('./measure-sheet.js');
    const said = await openMeasure(demand, this.bench);
    said && this.#said(said);
  }

  #said(detail) {
    this.dispatchEvent(new CustomEvent('said', { detail }));
  }
}

const isValue = ({ answer }) => answer === 'value';

/** What the customer wrote, with the limits that it is judged by. */
function ordered(demand) {
  const wrote = wording(demand.ordered);
  const judged = limits(demand);
  return wrote && judged && !wrote.includes(judged) ? `${wrote} (${judged})` : wrote || judged || t('station.yes');
}

function measured({ value, passed }, demand) {
  const fine = value === undefined ? passed : isWithin(value, demand);
  const words = t(fine ? 'station.passed' : 'station.failed');
  return html`<span class="chip ${fine ? 'ok' : 'bad'}">${value === undefined
    ? words
    : `${measure(value, demand.unit)} · ${words}`}</span>`;
}

customElements.define('demand-rows', DemandRows);
