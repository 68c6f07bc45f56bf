import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

const BEGINS_PIXELS = 5;
const EDGE_PIXELS = 70;
const STEP_PIXELS = 14;

/** The file's columns, to be dragged onto ours; says where one was dropped with the event `dropped`. */
class ColumnChips extends LightElement {
  static properties = { columns: { attribute: false }, rows: { attribute: false }, unused: { attribute: false } };

  #drag;

  render() {
    return html`<ul class="chips-of-file" aria-label=${t('import.theirs')}>
      ${this.columns.map(
        (column, at) => html`<li
          class="column-chip ${this.unused.includes(column) ? '' : 'used'}"
          data-column=${column}
          @pointerdown=${(event) => this.#begin(event, column)}
          @pointermove=${this.#move}
          @pointerup=${this.#end}
          @pointercancel=${this.#stop}
        >
          <strong>${column}</strong>
          <small class="soft">${this.rows.map((row) => row[at]).find((text) => text !== '') ?? ''}</small>
        </li>`,
      )}
    </ul>`;
  }

  #begin(event, column) {
    if (event.button === 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      this.#drag = { column, chip: event.currentTarget, x: event.clientX, y: event.clientY };
    }
  }

  #move = ({ clientX, clientY }) => {
    const drag = this.#drag;
    if (!drag || (!drag.ghost && Math.hypot(clientX - drag.x, clientY - drag.y) < BEGINS_PIXELS)) {
      return;
    }
    drag.ghost ??= this.#ghost(drag.chip);
    drag.ghost.style.translate = `${clientX}px ${clientY}px`;
    this.#scrollAtEdge(clientY);
    this.#mark(this.#slotAt(clientX, clientY));
  };

  #ghost(chip) {
    const ghost = chip.cloneNode(true);
    ghost.classList.add('dragged');
    ghost.ariaHidden = 'true';
    return this.appendChild(ghost);
  }

  #end = ({ clientX, clientY }) => {
    const { column, ghost } = this.#drag ?? {};
    this.#stop();
    const slot = ghost && this.#slotAt(clientX, clientY);
    if (slot) {
      this.dispatchEvent(new CustomEvent('dropped', { detail: { column, onto: slot.dataset.slot } }));
    }
  };

  #stop = () => {
    this.#mark(undefined);
    this.#drag?.ghost?.remove();
    this.#drag = undefined;
  };

  #slotAt = (x, y) => document.elementFromPoint(x, y)?.closest('[data-slot]');

  #mark(slot) {
    document.querySelectorAll('[data-slot].over').forEach((one) => one !== slot && one.classList.remove('over'));
    slot?.classList.add('over');
  }

  #scrollAtEdge(y) {
    const down = y > innerHeight - EDGE_PIXELS;
    if (down || y < EDGE_PIXELS) {
      scrollBy(0, down ? STEP_PIXELS : -STEP_PIXELS);
    }
  }
}

customElements.define('column-chips', ColumnChips);
