import { html, nothing } from 'lit';
import { number, t } from '../../base/words.js';
import { BenchElement } from './bench-element.js';
import '../../base/elements/language-switch.js';

const MEGABYTE = 1_000_000;
/** Safari clears what a page that is not installed keeps after so many days in which nobody opened it. */
const SAFARI_DAYS = 7;

/** How this device is set up, and for how long it keeps what could not be sent. */
class DeviceSettings extends BenchElement {
  static properties = { ...BenchElement.properties, kept: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    const { storage } = navigator;
    const [estimate, persisted] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()]);
    this.kept = { ...estimate, persisted };
  }

  render() {
    const { settings } = this.bench;
    const layout = Object.keys(settings.layout ?? {}).length;
    return html`<details class="device-settings">
      <summary>${t('station.device')}</summary>
      ${this.kept ? this.#storage() : nothing}
      <label class="entry">
        <span>${t('station.prefix')}</span>
        <input
          maxlength="1"
          autocomplete="off"
          .value=${settings.prefix ?? ''}
          @change=${({ target }) => this.bench.set({ prefix: target.value })}
        />
        <p class="soft">${t('station.prefix-hint')}</p>
      </label>
      <p class="soft">${layout ? t('station.layout.mapped') : t('station.layout.hint')}</p>
      ${layout
        ? html`<button class="tap" data-action="forget-layout" @click=${() => this.bench.set({ layout: undefined })}>
            ${t('station.layout.forget')}
          </button>`
        : nothing}
      <label class="tick">
        <input
          type="checkbox"
          .checked=${Boolean(settings.quiet)}
          @change=${({ target }) => this.bench.set({ quiet: target.checked })}
        />
        <span>${t('station.quiet')}</span>
      </label>
      <language-switch></language-switch>
    </details>`;
  }

  #storage() {
    const { usage = 0, quota, persisted } = this.kept;
    const values = { used: number(Math.ceil(usage / MEGABYTE)), all: number(Math.floor((quota ?? 0) / MEGABYTE)) };
    return html`<p data-persisted=${Boolean(persisted)}>
      ${quota ? t('station.storage', values) : nothing}
      ${persisted ? t('station.persisted') : t('station.not-persisted', { days: SAFARI_DAYS })}
    </p>`;
  }
}

customElements.define('device-settings', DeviceSettings);
