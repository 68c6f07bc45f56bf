import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { standing } from '../reading/standing.js';
import './board-card.js';

const SHOWN = 40;
const STEP = 200;

/** One stage of the board: its most urgent cards, and how many more there are. */
class BoardColumn extends LightElement {
  static properties = { name: {}, cards: { attribute: false }, now: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    this.shown = SHOWN;
    this.cards = [];
  }

  render() {
    const { cards } = this;
    const late = cards.filter(({ row }) => standing(row, this.now) === 'late').length;
    return html`<section class="board-column" aria-label=${this.name}>
      <h2>
        <span>${this.name}</span> <span class="n">${number(cards.length)}</span>
        ${late ? html`<span class="n late">${t('board.late', { count: late })}</span>` : nothing}
      </h2>
      <ol>
        ${repeat(
          cards.slice(0, this.shown),
          ({ key }) => key,
          ({ key, row, line }) => html`<li>
            <board-card data-card=${key} .row=${row} .line=${line} standing=${standing(row, this.now)}></board-card>
          </li>`,
        )}
      </ol>
      ${cards.length > this.shown
        ? html`<button class="quiet" data-action="more" @click=${() => (this.shown += STEP)}>
            ${t('board.more', { count: cards.length - this.shown })}
          </button>`
        : nothing}
    </section>`;
  }
}

customElements.define('board-column', BoardColumn);
