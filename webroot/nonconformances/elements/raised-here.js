import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { list } from '../requests.js';
import './nonconformance-row.js';
import './raise-here.js';

/** What was raised because of a message or at a meeting, for staff, and a way to raise it. */
class RaisedHere extends LightElement {
  static properties = {
    /** Where: `{ voice }` or `{ meeting }`, by its number. */
    place: { attribute: false },
    rows: { state: true },
  };

  #asked;

  updated() {
    const asked = JSON.stringify(this.place);
    if (this.#asked !== asked) {
      this.#asked = asked;
      this.#read();
    }
  }

  render() {
    const { place, rows = [] } = this;
    return html`${rows.length === 0
        ? nothing
        : html`<ol class="card problem-rows">
            ${rows.map((row) => html`<li><nonconformance-row .row=${row}></nonconformance-row></li>`)}
          </ol>`}
      <p><raise-here .place=${place} @raised=${this.#read}></raise-here></p>`;
  }

  #read = async () => {
    try {
      this.rows = (await list(this.place)).nonconformances;
    } catch {
      this.rows = []; // The page is about something else; this is beside it.
    }
  };
}

customElements.define('raised-here', RaisedHere);
