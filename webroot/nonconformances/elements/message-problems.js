import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { list } from '../requests.js';
import './nonconformance-row.js';
import './raise-here.js';

/** What was raised because of a message, for staff, and a way to raise it. */
class MessageProblems extends LightElement {
  static properties = {
    page: { attribute: false },
    rows: { state: true },
  };

  #asked;

  updated() {
    if (this.#asked !== this.page.number) {
      this.#asked = this.page.number;
      this.#read();
    }
  }

  render() {
    const { page, rows = [] } = this;
    return html`${rows.length === 0
        ? nothing
        : html`<ol class="card problem-rows">
            ${rows.map((row) => html`<li><nonconformance-row .row=${row}></nonconformance-row></li>`)}
          </ol>`}
      <p><raise-here .place=${{ voice: page.number }} @raised=${this.#read}></raise-here></p>`;
  }

  #read = async () => {
    try {
      this.rows = (await list({ voice: this.page.number })).nonconformances;
    } catch {
      this.rows = []; // The message is the page; this is beside it.
    }
  };
}

customElements.define('message-problems', MessageProblems);
