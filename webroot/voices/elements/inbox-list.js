import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { t } from '../../base/words.js';
import './inbox-row.js';

const CLOCK_MILLIS = 30_000;
const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

/** The rows of an inbox; j and k move through them while one has the focus. `choose` with a number. */
class InboxList extends LightElement {
  static properties = { rows: { attribute: false }, chosen: { attribute: false }, wide: { type: Boolean } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const now = Math.floor(Date.now() / CLOCK_MILLIS) * CLOCK_MILLIS;
    return html`<ol class="inbox card" aria-label=${t('inbox.label')} @keydown=${this.#key}>
        ${repeat(
          this.rows,
          ({ number }) => number,
          (row) => html`<li aria-current=${this.wide && row.number === this.chosen ? 'true' : nothing}>
            <inbox-row .row=${row} .now=${now} @click=${(event) => this.#click(event, row)}></inbox-row>
          </li>`,
        )}
      </ol>
      ${this.wide ? html`<p class="soft inbox-keys">${t('inbox.keys')}</p>` : nothing}`;
  }

  /** On a wide screen the list keys are at hand at once, as long as nothing else has the focus. */
  firstUpdated() {
    const isFree = document.activeElement === document.body;
    this.wide && isFree && this.updateComplete.then(() => this.#links()[0]?.focus({ preventScroll: true }));
  }

  #links = () => [...this.querySelectorAll('a.inbox-row')];

  /** Beside the list there is room for it; whoever wants it in a page or tab of its own gets that. */
  #click(event, { number }) {
    if (this.wide && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.#choose(number);
    }
  }

  #key = (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    const links = this.#links();
    const next = links[links.indexOf(document.activeElement) + step];
    next?.focus();
    next && this.wide && this.#choose(Number(next.dataset.voice));
  };

  #choose(number) {
    this.dispatchEvent(new CustomEvent('choose', { detail: number }));
  }
}

customElements.define('inbox-list', InboxList);
