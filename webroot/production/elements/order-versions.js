import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { t } from '../../base/words.js';
import { lineVersions, moveLine } from '../requests.js';

const RESTED_MILLIS = 30_000;

/** Which lines of an order are made by an older version of their routing, and moving them to the newest. */
class OrderVersions extends FormElement {
  static properties = {
    order: { attribute: false },
    /** The order's own: where it moves on, its lines may be made by another version. */
    version: { attribute: false },
    lines: { state: true },
  };

  static texts = { 409: 'routings.not-movable' };

  #asked = 0;

  /** Each report moves an order on, and hardly any a line to another version: so it is not asked at each. */
  willUpdate(changed) {
    const isOld = changed.has('version') && Date.now() - this.#asked > RESTED_MILLIS;
    if (changed.has('order') || isOld) {
      this.#asked = Date.now();
      lineVersions(this.order).then(({ lines }) => (this.lines = lines), () => {}); // Beside the point of the page.
    }
  }

  render() {
    const older = (this.lines ?? []).filter(({ version, newest }) => version < newest);
    return older.length === 0
      ? nothing
      : html`<ul class="order-versions">
          ${older.map((one) => html`<li>${this.#line(one)}</li>`)}
        </ul>
        ${this.trouble()}`;
  }

  #line(one) {
    const { line, routing, version, newest } = one;
    const key = this.lines.length > 1 ? 'routings.line-older' : 'routings.order-older';
    return html`<span>
        ${t(key, { line, version, newest })}
        <a href="/routings/${encodeURIComponent(routing)}">${routing}</a>
      </span>
      <button class="quiet" data-action="move-version" ?disabled=${this.busy} @click=${() => this.#move(one)}>
        ${t('routings.to-newest')}<span class="visually-hidden"> (${t('routings.line', { number: line })})</span>
      </button>`;
  }

  async #move({ line, version, newest }) {
    if (await this.attempt(() => this.#put({ line }))) {
      offerUndo(t('routings.line-moved', { version: newest }), () => this.#put({ line, version }));
    }
  }

  async #put(move) {
    this.lines = (await moveLine(this.order, move)).lines;
  }
}

customElements.define('order-versions', OrderVersions);
