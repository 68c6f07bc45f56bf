import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { canPush, endPush, isPushed, startPush } from '../push.js';
import { addDevice, devices, removeDevice } from '../requests.js';

/** Notices on this device, if its owner wants them, and the other devices that show them. */
class PushDevices extends FormElement {
  static properties = { known: { state: true }, here: { state: true }, hint: { state: true } };

  firstUpdated() {
    this.#load();
  }

  #load() {
    return this.attempt(async () => {
      this.known = await devices();
      this.here = (await isPushed()) && this.known.devices.some(({ here }) => here);
    });
  }

  render() {
    return html`<section class="card" aria-labelledby="push">
      <h2 id="push">${t('push.title')}</h2>
      <p class="soft">${t(canPush() ? 'push.text' : 'push.unsupported')}</p>
      ${this.known && canPush() ? this.#switch() : nothing}
      <p class="trouble" role="alert">${this.hint ?? ''}</p>
      ${this.trouble()} ${this.known?.devices.length > 0 ? this.#list() : nothing}
    </section>`;
  }

  #switch() {
    return html`<p>
      <button
        class="quiet"
        data-action=${this.here ? 'push-off' : 'push-on'}
        ?disabled=${this.busy}
        @click=${() => (this.here ? this.#turnOff() : this.#turnOn())}
      >${t(this.here ? 'push.off' : 'push.on')}</button>
    </p>`;
  }

  #list() {
    return html`<h3>${t('push.devices')}</h3>
      <ul class="rows">
        ${this.known.devices.map(
          ({ id, device, since }) => html`<li data-device=${id}>
            <p class="row-main">${t('push.since', { device, date: day(since) })}</p>
            <button
              class="quiet"
              data-action="remove"
              ?disabled=${this.busy}
              @click=${() => this.#remove(id)}
            >${t('push.remove')}</button>
          </li>`,
        )}
      </ul>`;
  }

  /** The browser asks only now that somebody wants it. */
  async #turnOn() {
    this.hint = undefined;
    await this.attempt(async () => {
      const { subscription, why } = await startPush(this.known.key);
      this.hint = why && t(`push.${why}`);
      subscription && (await addDevice(subscription));
    });
    await this.#load();
  }

  async #turnOff() {
    await this.attempt(async () => {
      await Promise.all(this.known.devices.filter(({ here }) => here).map(({ id }) => removeDevice(id)));
      await endPush();
    });
    await this.#load();
  }

  async #remove(id) {
    await this.attempt(() => removeDevice(id));
    await this.#load();
  }
}

customElements.define('push-devices', PushDevices);
