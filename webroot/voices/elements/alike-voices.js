import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { alike } from '../requests.js';
import './voice-tag.js';

const PAUSE_MILLIS = 500;
const SHORTEST = 8;
const SHOWN = 3;

/** While somebody writes: what their own company has said already and is open. */
class AlikeVoices extends LightElement {
  static properties = { order: { attribute: false }, text: { attribute: false }, found: { state: true } };

  #timer;
  #asked = '';

  constructor() {
    super();
    this.found = [];
  }

  willUpdate(changed) {
    if (changed.has('text')) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE_MILLIS);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<div class="alike" role="status">
      ${this.found.length > 0
        ? html`<p class="soft">${t('say.alike')}</p>
            <ul class="voice-tags">
              ${this.found.map((row) => html`<li><voice-tag .row=${row}></voice-tag></li>`)}
            </ul>`
        : nothing}
    </div>`;
  }

  async #ask() {
    const text = this.text.trim();
    if (text.length < SHORTEST) {
      this.found = [];
      return;
    }
    this.#asked = text;
    try {
      const { voices = [] } = await alike(this.order, text);
      if (this.#asked === text) {
        this.found = voices.slice(0, SHOWN);
      }
    } catch {
      this.found = []; // It is an offer: writing goes on without it.
    }
  }
}

customElements.define('alike-voices', AlikeVoices);
