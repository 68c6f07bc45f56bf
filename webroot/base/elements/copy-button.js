import { html } from 'lit';
import { t } from '../words.js';
import { LightElement } from './light-element.js';

const SAID_MILLIS = 4_000;

/** Copies a text; where the browser refuses, `select` makes it easy to copy by hand. */
class CopyButton extends LightElement {
  static properties = { text: { attribute: false }, label: {}, select: { attribute: false }, copied: { state: true } };

  render() {
    return html`<button type="button" class="quiet" data-action="copy" @click=${this.#copy}>
      <span aria-live="polite">${this.copied ? t('copied') : (this.label ?? t('copy'))}</span>
    </button>`;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
      setTimeout(() => (this.copied = false), SAID_MILLIS);
    } catch {
      this.select?.();
    }
  }
}

customElements.define('copy-button', CopyButton);
