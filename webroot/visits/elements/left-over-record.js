import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** What was written here of a visit that somebody else noted: it is not thrown away unseen. */
class LeftOverRecord extends LightElement {
  static properties = { draft: { attribute: false } };

  render() {
    const { facts, wishes, promises } = this.draft;
    const lines = [...facts, ...wishes, ...promises.map(({ text }) => text)].filter((text) => text.trim());
    return html`<section class="card" aria-labelledby="left-over" data-left-over>
      <h2 id="left-over">${t('note.left-over')}</h2>
      <p class="soft">${t('note.left-over-text')}</p>
      <ul>
        ${lines.map((text) => html`<li class="record-text">${text}</li>`)}
      </ul>
      <p class="buttons">
        <button class="quiet" data-action="discard" @click=${this.#discard}>${t('note.discard')}</button>
      </p>
    </section>`;
  }

  #discard = () => this.dispatchEvent(new CustomEvent('discard'));
}

customElements.define('left-over-record', LeftOverRecord);
