import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits to hit with gloves. Raises `pressed` with a digit, a point or `back`. */
class NumberPad extends LightElement {
  static properties = { point: {} };

  render() {
    return html`<div class="number-pad" role="group" aria-label=${t('station.digits')}>
      ${[...DIGITS, this.point ?? '', '0'].map((digit) => (digit ? this.#key(digit, digit) : html`<span></span>`))}
      ${this.#key('back', '⌫', t('station.back'))}
    </div>`;
  }

  #key(key, shown, label = shown) {
    return html`<button type="button" data-key=${key} aria-label=${label} @click=${() => this.#press(key)}>
      ${shown}
    </button>`;
  }

  #press(detail) {
    this.dispatchEvent(new CustomEvent('pressed', { detail }));
  }
}

customElements.define('number-pad', NumberPad);
