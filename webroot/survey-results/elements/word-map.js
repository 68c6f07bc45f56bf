import { html, svg } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { feeling, mark, placed, written } from '../reading/figures.js';

const ROOM = { width: 360, height: 260, line: 22 };

/** Words that came to mind: how often up, how late to the right, meant well or not; the same as a table. */
class WordMap extends LightElement {
  static properties = { words: { attribute: false } };

  render() {
    const set = placed(this.words, ROOM);
    const bottom = Math.max(ROOM.height, ...set.map(({ y }) => y + ROOM.line));
    return html`<figure class="word-map">
      <svg viewBox="0 0 ${ROOM.width} ${bottom + 20}" role="img" aria-label=${t('word-map.label')}>
        <line x1="0" y1=${bottom} x2=${ROOM.width} y2=${bottom} class="edge" />
        ${set.map((word) => this.#word(word))}
        <text x="0" y=${bottom + 16} class="axis">${t('word-map.early')}</text>
        <text x=${ROOM.width} y=${bottom + 16} class="axis" text-anchor="end">${t('word-map.late')}</text>
      </svg>
      <figcaption class="soft">${t('word-map.about')}</figcaption>
      <details class="disclosure">
        <summary>${t('word-map.table')}</summary>
        ${this.#table()}
      </details>
    </figure>`;
  }

  #word(word) {
    return svg`<text x=${word.x} y=${word.y} data-feeling=${feeling(word)} font-size=${15}
      ><tspan class="mark">${mark(word)}</tspan> ${word.word}</text>`;
  }

  #table() {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${t('word-map.word')}</th>
            <th scope="col">${t('word-map.named')}</th>
            <th scope="col">${t('word-map.place')}</th>
            <th scope="col">${t('word-map.salience')}</th>
            <th scope="col">${t('word-map.meant')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.words.map(
            (word) => html`<tr>
              <th scope="row">${word.word}</th>
              <td>${number(word.named)}</td>
              <td>${written('place', word.place)}</td>
              <td>${number(Number(word.salience.toFixed(2)))}</td>
              <td>${t('word-map.plus-minus', { plus: number(word.plus), minus: number(word.minus) })}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('word-map', WordMap);
