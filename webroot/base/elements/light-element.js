import { LitElement } from 'lit';
import { onLanguage } from '../words.js';

/** What all our elements are: in the page's own DOM, and drawn again when the language changes. */
export class LightElement extends LitElement {
  #forgetLanguage;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#forgetLanguage = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forgetLanguage();
  }
}
