import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { faultAt } from '../reading/faults.js';

const RESTED_MILLIS = 150;

/**
 * A text that may be chosen among what `find` answers for it: `{ value, label, detail }`. The form around it
 * hears each `input`; `chosen` comes with the whole of what was chosen. Keys as of a combobox (ARIA 1.2).
 */
class TypeAhead extends LightElement {
  static properties = {
    path: {},
    label: {},
    hint: {},
    value: {},
    required: { type: Boolean },
    maxlength: { type: Number },
    problem: { attribute: false },
    find: { attribute: false },
    found: { state: true },
    active: { state: true },
  };

  #turn = 0;
  #timer;

  render() {
    const id = `o-${this.path.replace(/[^\w-]+/g, '-')}`;
    const error = faultAt(this.problem, this.path);
    const isOpen = Boolean(this.found);
    return html`<div class="entry type-ahead">
      <label for=${id}>${this.label}</label>
      <input
        id=${id}
        name=${this.path}
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        .value=${this.value ?? ''}
        ?required=${this.required}
        maxlength=${ifDefined(this.maxlength)}
        aria-autocomplete="list"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${isOpen && this.active >= 0 ? `${id}-${this.active}` : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="${this.hint ? `${id}-hint ` : ''}${id}-error"
        @input=${this.#typed}
        @keydown=${this.#pressed}
        @blur=${this.#close}
      />
      <ul class="found" id="${id}-list" role="listbox" aria-label=${this.label} ?hidden=${!isOpen}>
        ${(this.found ?? []).map((one, at) => this.#option(one, at, id))}
      </ul>
      ${this.hint ? html`<p class="soft" id="${id}-hint">${this.hint}</p>` : nothing}
      <p class="visually-hidden" role="status">
        ${isOpen ? t('ordering.found', { count: this.found.length }) : ''}
      </p>
      <p class="trouble" id="${id}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  /** Pressed, not clicked: the input keeps the focus, and what it would close stays open. */
  #option(one, at, id) {
    return html`<li
      id="${id}-${at}"
      role="option"
      aria-selected=${at === this.active ? 'true' : 'false'}
      @pointerdown=${(event) => {
        event.preventDefault();
        this.#choose(one);
      }}
    >
      ${one.label} ${one.detail ? html`<small class="soft">${one.detail}</small>` : nothing}
    </li>`;
  }

  #typed = ({ target }) => this.#search(target.value, RESTED_MILLIS);

  #search(text, after) {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#timer = setTimeout(async () => {
      const found = await this.find(text).catch(() => []);
      if (turn === this.#turn) {
        this.found = found.length > 0 ? found : undefined;
        this.active = text.trim() ? 0 : -1;
      }
    }, after);
  }

  #pressed = (event) => {
    const { key } = event;
    if (!this.found) {
      key === 'ArrowDown' && this.#search(event.target.value, 0);
      return;
    }
    const count = this.found.length;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
      this.updateComplete.then(() => this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (key === 'Enter' && this.active >= 0) {
      event.preventDefault();
      this.#choose(this.found[this.active]);
    } else if (key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // A dialog around it stays.
      this.#close();
    }
  };

  #choose(one) {
    this.#close();
    this.dispatchEvent(new CustomEvent('chosen', { detail: one }));
  }

  #close = () => {
    clearTimeout(this.#timer);
    this.#turn++;
    this.found = undefined;
    this.active = -1;
  };
}

customElements.define('type-ahead', TypeAhead);
