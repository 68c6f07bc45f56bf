import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { BenchWatch } from './bench-element.js';

/** Makes this screen a station, by the code that an administrator shows. */
class StationSetUp extends FormElement {
  static properties = { ...FormElement.properties, bench: { attribute: false }, code: {} };
  static texts = { 404: 'station.code-wrong', 410: 'station.code-wrong', 422: 'station.code-wrong' };

  constructor() {
    super();
    new BenchWatch(this);
  }

  updated(changed) {
    changed.has('code') && this.code && this.#send(this.code);
  }

  render() {
    const waiting = this.bench.records.filter(({ state }) => state !== 'sent').length;
    return html`<form class="station-form" novalidate @submit=${this.#submit}>
      <h1>${t(this.bench.shut ? 'station.shut' : 'station.set-up')}</h1>
      <p>${t('station.set-up-text')}</p>
      ${waiting ? html`<p class="hint-box">${t('station.still-kept', { count: waiting })}</p>` : nothing}
      ${field({
        id: 'station-code',
        name: 'code',
        label: t('station.code'),
        value: this.code,
        code: true,
        error: this.wrong('code'),
      })}
      ${this.trouble('code')}
      <button class="go" ?disabled=${this.busy}>${t('station.set-up-go')}</button>
    </form>`;
  }

  #submit(event) {
    const { code } = submitted(event);
    this.fine(event.target) && this.#send(code.trim());
  }

  async #send(code) {
    (await this.attempt(() => this.bench.setUp(code))) && this.done();
  }
}

customElements.define('station-set-up', StationSetUp);
