import { html } from 'lit';
import { refusal } from '../reading/refusals.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';

const OFFERED_MILLIS = 10_000;

/**
 * Says at the bottom of the page what was done, and offers for ten seconds to undo it: `undo` does so.
 * It waits while a pointer or the focus is on it. What was offered before goes.
 */
export function offerUndo(sentence, undo) {
  document.querySelector('undo-bar')?.remove();
  // A dialog lies above everything else of the page, so what is offered from one stands in it.
  const room = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  room.append(Object.assign(document.createElement('undo-bar'), { sentence, undo }));
}

class UndoBar extends LightElement {
  static properties = { sentence: { attribute: false }, busy: { state: true }, over: { state: true } };

  #timer;

  connectedCallback() {
    super.connectedCallback();
    for (const type of ['pointerenter', 'focusin']) {
      this.addEventListener(type, () => clearTimeout(this.#timer));
    }
    for (const type of ['pointerleave', 'focusout']) {
      this.addEventListener(type, () => this.#wait());
    }
    this.#wait();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<p role="status">${this.over ?? this.sentence}</p>
      ${this.over
        ? ''
        : html`<button class="quiet" data-action="undo" ?disabled=${this.busy} @click=${this.#undo}>
            ${t('undo')}
          </button>`}`;
  }

  async #undo() {
    this.busy = true;
    try {
      await this.undo();
      this.over = t('undone');
    } catch (problem) {
      this.over = refusal(problem);
    }
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.remove(), OFFERED_MILLIS);
  }
}

customElements.define('undo-bar', UndoBar);
