import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { inUse, sums } from '../reading/gauges.js';
import { devices, withdrawCalibration } from '../requests.js';
import './calibration-form.js';
import './gauge-form.js';
import './gauge-row.js';
import './machine-list.js';

/** What measures, and when it was calibrated. */
class DevicesPage extends FormElement {
  static properties = {
    me: { attribute: false },
    devices: { attribute: false },
    machines: { attribute: false },
    said: { state: true },
  };

  get #keeps() {
    return can(this.me, 'devices.keep');
  }

  render() {
    return html`<section class="manage" aria-labelledby="devices">
      <div class="head">
        <h1 id="devices">${t('devices.title')}</h1>
        ${this.#keeps
          ? html`<button class="go" data-action="add" @click=${() => this.#edit()}>${t('devices.add')}</button>`
          : nothing}
      </div>
      <p class="soft">${t('devices.about')}</p>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()} ${this.devices.length === 0 ? html`<p class="empty">${t('devices.none')}</p>` : this.#list()}
      ${this.machines.length > 0 ? html`<machine-list .machines=${this.machines}></machine-list>` : nothing}
    </section>`;
  }

  #list() {
    return html`<p><strong>${sums(this.devices)}</strong></p>
      <ul class="rows card">
        ${this.devices.map((device) => html`<li id=${device.code} data-device=${device.code}>
          <gauge-row
            .device=${device}
            ?keeps=${this.#keeps}
            @edit=${() => this.#edit(device)}
            @calibrate=${() => this.#calibrate(device)}
            @withdraw=${({ detail }) => this.#withdraw(device, detail)}
          ></gauge-row>
        </li>`)}
      </ul>`;
  }

  async #edit(device) {
    const form = Object.assign(document.createElement('gauge-form'), {
      device,
      kinds: inUse(this.devices, 'kind'),
      places: inUse(this.devices, 'place'),
    });
    await this.#after(await inDialog(form, t(device ? 'device.edit' : 'devices.add')), 'device.saved');
  }

  async #calibrate(device) {
    const form = Object.assign(document.createElement('calibration-form'), { device });
    await this.#after(await inDialog(form, t('calibration.title', device)), 'calibration.saved');
  }

  async #withdraw(device, id) {
    const question = {
      title: t('calibration.withdraw-title'),
      text: t('calibration.withdraw-text'),
      go: t('calibration.withdraw'),
    };
    if ((await confirmed(question)) && (await this.attempt(() => withdrawCalibration(device.code, id)))) {
      await this.#after(device, 'calibration.withdrawn');
    }
  }

  async #after(device, said) {
    if (device) {
      await this.attempt(async () => {
        this.devices = await devices();
        this.said = t(said, { name: device.name });
      });
    }
  }
}

customElements.define('devices-page', DevicesPage);
