import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../base/elements/copy-button.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** Where somebody writes on this page: each of these says by `unsent` what it has that was not sent. */
const WRITERS = 'line-writer, suggest-form, item-propose';

let count = 0;

/**
 * What somebody was writing when the page became another, such as when the meeting ended: it stays here to be
 * copied, and whoever was typing goes on typing in it.
 */
class KeptTexts extends LightElement {
  static properties = { texts: { state: true }, why: { state: true } };

  #focused;

  constructor() {
    super();
    this.texts = [];
  }

  /** Takes over what is unsent in this view, which is about to go for this reason. */
  take(view, why) {
    const unsent = [...view.querySelectorAll(WRITERS)].filter(({ unsent }) => unsent);
    if (unsent.length === 0) {
      return;
    }
    this.why = why;
    const taken = unsent.map((one) => ({ key: ++count, text: one.unsent, at: one }));
    this.#focused = taken.find(({ at }) => at.contains(document.activeElement))?.key;
    this.texts = [...this.texts, ...taken.map(({ key, text }) => ({ key, text }))];
  }

  render() {
    return this.texts.length === 0
      ? nothing
      : html`<section class="trouble-box kept" aria-label=${t('kept.label')}>
          <p role="alert">${t(`kept.${this.why}`)}</p>
          ${repeat(this.texts, ({ key }) => key, this.#one)}
        </section>`;
  }

  updated() {
    const box = this.#focused && this.querySelector(`#kept-${this.#focused}`);
    this.#focused = undefined;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }

  #one = ({ key, text }) => html`<div class="kept-text">
    <textarea id="kept-${key}" rows="3" aria-label=${t('kept.label')} .value=${text}
      @input=${({ target }) => this.#typed(key, target.value)}></textarea>
    <p class="buttons">
      <copy-button .text=${text} .select=${() => this.querySelector(`#kept-${key}`).select()}></copy-button>
      <button type="button" class="quiet" data-action="kept-discard" @click=${() => this.#discard(key)}>${
        t('kept.discard')}</button>
    </p>
  </div>`;

  #typed(key, text) {
    this.texts = this.texts.map((one) => (one.key === key ? { key, text } : one));
  }

  #discard(key) {
    this.texts = this.texts.filter((one) => one.key !== key);
  }
}

customElements.define('kept-texts', KeptTexts);
