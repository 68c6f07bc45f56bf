import { html, nothing } from 'lit';
import { t } from '../words.js';
import { LightElement } from './light-element.js';
import './copy-button.js';

/** A secret that is shown now and never again. */
class SecretOnce extends LightElement {
  static properties = { secret: {}, label: {}, note: {} };

  render() {
    return html`<div class="secret">
      <label class="entry">
        <span>${this.label}</span>
        <input readonly name="secret" .value=${this.secret} @focus=${this.#select} />
      </label>
      <copy-button .text=${this.secret} .select=${this.#select}></copy-button>
      <p class="soft">${t('once')} ${this.note ?? nothing}</p>
    </div>`;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  #select = () => this.querySelector('input').select();
}

customElements.define('secret-once', SecretOnce);
