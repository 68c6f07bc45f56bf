import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { sound } from '../sounds.js';
import { BenchWatch } from './bench-element.js';
import './number-pad.js';

/** Who works here: a badge, held up or typed, and the PIN that belongs to it. */
class OperatorEntry extends FormElement {
  static properties = { ...FormElement.properties, bench: { attribute: false }, badge: { state: true } };
  static texts = { 0: 'station.known-only', 422: 'station.pin-wrong' };

  constructor() {
    super();
    new BenchWatch(this);
  }

  /** A badge was held up. */
  async take(badge) {
    this.badge = badge;
    this.problem = undefined;
    await this.updateComplete;
    this.querySelector('#station-badge').value = badge;
    this.bench.reachable ? this.querySelector('#station-pin').focus() : this.#come(badge, '');
  }

  render() {
    const { reachable } = this.bench;
    return html`<form class="station-form" novalidate @submit=${this.#submit}>
      <h1>${t('station.badge-please')}</h1>
      ${reachable ? nothing : html`<p class="hint-box">${t('station.badge-alone')}</p>`}
      ${field({ id: 'station-badge', name: 'badge', label: t('station.badge'), error: this.wrong('badge') })}
      ${reachable ? this.#pin() : nothing}
      ${this.trouble('badge', 'pin')}
      <button class="go" ?disabled=${this.busy}>${t('station.come')}</button>
    </form>`;
  }

  #pin() {
    return html`${field({
        id: 'station-pin',
        name: 'pin',
        label: t('station.pin'),
        type: 'password',
        inputmode: 'numeric',
        maxlength: 8,
        error: this.wrong('pin'),
      })}
      <number-pad @pressed=${this.#pressed}></number-pad>`;
  }

  #pressed = ({ detail: key }) => {
    const pin = this.querySelector('#station-pin');
    pin.value = key === 'back' ? pin.value.slice(0, -1) : pin.value + key;
    pin.dispatchEvent(new Event('input', { bubbles: true }));
  };

  #submit(event) {
    const { badge, pin = '' } = submitted(event);
    this.fine(event.target) && this.#come(badge.trim().replace(/^VT-BADGE:/i, ''), pin);
  }

  async #come(badge, pin) {
    const came = await this.attempt(() => this.bench.roster.come(badge, pin));
    sound(came ? 'note' : 'bad', this.bench.settings.quiet);
    if (came) {
      navigator.storage?.persist?.();
      this.done();
    }
  }
}

customElements.define('operator-entry', OperatorEntry);
