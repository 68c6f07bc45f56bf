import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { contributions } from '../../base/places.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t, wording } from '../../base/words.js';
import { byStage, columnsOf } from '../reading/rows.js';
import './board-column.js';
import './board-filter.js';

const CLOCK_MILLIS = 15_000;
const NARROWED_BY = { q: undefined, companyCode: undefined, tier: undefined };

/** The room seen from inside: stages as columns, and in each the order lines that are there now. */
class PlantBoard extends CalmElement {
  static properties = { list: { attribute: false }, filter: { state: true }, picked: { state: true } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
    this.filter = narrowing(NARROWED_BY);
  }

  render() {
    return html`<div class="board-page">
      <h1 class="visually-hidden">${t('board.title')}</h1>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </div>`;
  }

  #content() {
    const now = Date.now();
    const rows = Object.values(this.list.rows ?? {});
    const cards = byStage(rows, this.filter, now);
    const columns = columnsOf(this.list.stages).filter(({ code }) => code !== '' || cards.has(''));
    const picked = columns.find(({ code }) => code === this.picked)?.code ?? this.#busiest(columns, cards);
    return html`
      ${contributions('board', {})}
      <board-filter .rows=${rows} .filter=${this.filter} @narrow=${this.#narrow}></board-filter>
      <label class="picker">
        <span>${t('board.stage')}</span>
        <select name="stage" @change=${(event) => (this.picked = event.target.value)}>
          ${columns.map(
            ({ code, name }) => html`<option value=${code} ?selected=${code === picked}>
              ${t('board.option', { stage: this.#name(code, name), count: cards.get(code)?.length ?? 0 })}
            </option>`,
          )}
        </select>
      </label>
      <div class="board" role="region" tabindex="0" aria-label=${t('board.title')}>
        ${repeat(
          columns,
          ({ code }) => code,
          ({ code, name }) => html`<board-column
            data-stage=${code}
            ?data-picked=${code === picked}
            name=${this.#name(code, name)}
            .cards=${cards.get(code) ?? []}
            .now=${now}
          ></board-column>`,
        )}
      </div>
    `;
  }

  #narrow({ detail }) {
    this.filter = detail;
    keepNarrowing(detail);
  }

  #name(code, name) {
    return code === '' ? t('board.waiting') : wording(name) || code;
  }

  #busiest(columns, cards) {
    const size = ({ code }) => cards.get(code)?.length ?? 0;
    const first = columns[0] ?? { code: '' };
    return columns.reduce((most, column) => (size(column) > size(most) ? column : most), first).code;
  }
}

customElements.define('plant-board', PlantBoard);
