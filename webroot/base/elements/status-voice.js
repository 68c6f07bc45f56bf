import { html } from 'lit';
import { LightElement } from './light-element.js';

const BREATH_MILLIS = 5_000;

/** Reads a short sentence to those who do not see the change; when much happens, only the newest. */
class StatusVoice extends LightElement {
  static properties = { breath: { type: Number }, sentence: { state: true } };

  #next;
  #timer;

  constructor() {
    super();
    this.breath = BREATH_MILLIS;
    this.sentence = '';
  }

  say(sentence) {
    this.#next = sentence;
    this.#timer ??= setTimeout(() => this.#speak(), this.sentence ? this.breath : 0);
  }

  render() {
    return html`<p class="visually-hidden" role="status">${this.sentence}</p>`;
  }

  #speak() {
    this.sentence = this.#next;
    this.#next = undefined;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#next) {
        this.#speak();
      }
    }, this.breath);
  }
}

customElements.define('status-voice', StatusVoice);
