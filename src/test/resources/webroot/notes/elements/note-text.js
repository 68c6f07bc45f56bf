import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';

/** What a note says now. */
class NoteText extends LightElement {
  static properties = { note: {} };

  render() {
    return html`<p class="note-text">${this.note?.text}</p>`;
  }
}

customElements.define('note-text', NoteText);
