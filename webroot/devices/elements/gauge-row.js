import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { facts, LOOKS, standing } from '../reading/gauges.js';

/** One device: what it is, how it stands, its calibrations; says `edit`, `calibrate` and `withdraw`. */
class GaugeRow extends LightElement {
  static properties = { device: { attribute: false }, keeps: { type: Boolean } };

  render() {
    const { name, state, calibrations } = this.device;
    return html`<div class="gauge-row">
        <span class="row-main">
          <strong>${name}</strong>
          <span class="row-line soft">${facts(this.device)}</span>
        </span>
        <span class="gauge-state" data-state=${state} data-look=${LOOKS[state] ?? nothing}>
          ${standing(this.device)}
        </span>
        ${this.keeps ? this.#buttons() : nothing}
      </div>
      ${calibrations.length > 0 ? this.#history(calibrations) : nothing}`;
  }

  #buttons() {
    const { name } = this.device;
    return html`<p class="buttons">
      <button class="quiet" data-action="calibrate" @click=${() => this.#say('calibrate')}>
        ${t('device.calibrate')}<span class="visually-hidden">${t('colon')}${name}</span>
      </button>
      <button class="quiet" data-action="edit" @click=${() => this.#say('edit')}>
        ${t('device.change')}<span class="visually-hidden">${t('colon')}${name}</span>
      </button>
    </p>`;
  }

  #history(calibrations) {
    return html`<details class="gauge-history">
      <summary>${t('device.calibrations', { count: calibrations.length })}</summary>
      <ul>
        ${calibrations.map((one) => html`<li>
          <span>
            ${t('calibration.line', { on: date(one.on), until: date(one.until), by: one.by })}
            <span class="row-line soft">
              ${t('calibration.recorded', { by: one.recordedBy, at: when(one.recordedAt) })}
              ${one.certificate
                ? html`<a href="/api/evidence/${one.certificate}" download>${t('calibration.certificate')}</a>`
                : nothing}
            </span>
          </span>
          ${this.keeps
            ? html`<button class="quiet" data-action="withdraw" @click=${() => this.#say('withdraw', one.id)}>
                ${t('calibration.withdraw')}
              </button>`
            : nothing}
        </li>`)}
      </ul>
    </details>`;
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('gauge-row', GaugeRow);
