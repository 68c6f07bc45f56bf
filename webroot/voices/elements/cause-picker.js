import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { foundAlso, mayBelong } from '../reading/causes.js';
import { companyName } from '../reading/rows.js';
import { lookFor } from '../requests.js';

const PAUSE_MILLIS = 300;
const SHOWN = 5;

/** Chooses messages to stand beside one: those alike, the nearest first, and whatever is searched for. */
class CausePicker extends LightElement {
  static properties = {
    page: { attribute: false },
    ticked: { state: true },
    found: { state: true },
    asked: { state: true },
    all: { state: true },
  };

  #timer;

  constructor() {
    super();
    Object.assign(this, { ticked: new Set(), found: [], asked: '', all: false });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const alike = this.#alike();
    const shown = this.all ? alike : alike.slice(0, SHOWN);
    return html`${alike.length > 0
        ? html`<fieldset class="ticks">
            <legend>${t('cause.alike')}</legend>
            ${shown.map(this.#tick)}
            ${shown.length < alike.length
              ? html`<p>
                  <button type="button" class="quiet" data-action="all-alike" @click=${() => (this.all = true)}>
                    ${t('cause.all-alike', { count: alike.length })}
                  </button>
                </p>`
              : nothing}
          </fieldset>`
        : nothing}
      <div class="entry">
        <label for="cause-search">${t('cause.search')}</label>
        <input id="cause-search" type="search" autocomplete="off" @input=${this.#search} @keydown=${this.#stay} />
      </div>
      <div role="status">${this.asked && this.found.length === 0 ? t('cause.none-found') : ''}</div>
      ${this.found.length > 0
        ? html`<fieldset class="ticks">
            <legend>${t('cause.found')}</legend>
            ${this.found.map(this.#tick)}
          </fieldset>`
        : nothing}`;
  }

  #alike = () => mayBelong(this.page.alike ?? [], this.page);

  #tick = (row) => html`<label>
    <input
      type="checkbox"
      name="voice"
      value=${row.number}
      .checked=${this.ticked.has(row.number)}
      @change=${({ target }) => this.#choose(row, target.checked)}
    />
    <span>${row.title}<small class="soft">${this.#about(row)}</small></span>
  </label>`;

  #about = (row) =>
    [t('voice.number', { number: row.number }), companyName(row), row.order ?? row.piece].filter(Boolean).join(' · ');

  #choose(row, isTicked) {
    this.ticked = new Set(this.ticked);
    isTicked ? this.ticked.add(row.number) : this.ticked.delete(row.number);
    this.dispatchEvent(new CustomEvent('voices', { detail: [...this.ticked] }));
  }

  #search = ({ target }) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(target.value.trim()), PAUSE_MILLIS);
  };

  /** Enter searches, and sends nothing. */
  #stay = (event) => event.key === 'Enter' && event.preventDefault();

  async #ask(text) {
    this.asked = text;
    try {
      const { voices = [] } = text === '' ? {} : await lookFor(text);
      if (this.asked === text) {
        this.found = foundAlso(mayBelong(voices, this.page), this.found, this.ticked, this.#alike());
      }
    } catch {
      this.found = []; // It is an offer: what is alike stands there without it.
    }
  }
}

customElements.define('cause-picker', CausePicker);
