import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { t } from '../../base/words.js';
import { claimPlaces, found, moves, offers } from '../reading/pieces.js';
import { TABLE } from '../requests.js';
import './own-piece.js';
import './take-piece.js';
import './transfer-row.js';

const SHOWN_AT_ONCE = 30;
const WORTH_A_SEARCH = 6;
const MOVES_SHOWN = 20;

/** What its reader's company owns, live: how it is covered, what was claimed, what is on its way. */
class OwnPiecesPage extends CalmElement {
  static properties = {
    list: { attribute: false },
    sought: { state: true },
    most: { state: true },
  };

  constructor() {
    super();
    this.sought = '';
    this.most = SHOWN_AT_ONCE;
  }

  render() {
    return html`<section class="manage own-pieces" aria-labelledby="own-pieces">
      <div class="lead">
        <h1 id="own-pieces">${t('own-pieces.title')}</h1>
        <p class="soft">${t('own-pieces.text')}</p>
      </div>
      <p class="buttons">
        <button class="go" data-action="take" @click=${this.#take}>${t('take-piece.title')}</button>
        <button class="quiet" data-action="offer-many" @click=${this.#offerMany}>${t('offer-many.title')}</button>
        <a class="quiet" href=${TABLE} download>${t('own-pieces.export')}</a>
      </p>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const pieces = Object.values(this.list.pieces ?? {});
    const transfers = Object.values(this.list.transfers ?? {});
    const there = found(pieces, this.sought);
    const offered = offers(transfers);
    const claimsAt = claimPlaces(pieces);
    const saidAbove = claimsAt.length === 1 && pieces.length > 1;
    return html`${saidAbove ? html`<p class="claims-at">${claimsAt[0]}</p>` : nothing}
      ${pieces.length >= WORTH_A_SEARCH ? this.#search() : nothing}
      ${there.length === 0
        ? html`<p class="empty">${t(pieces.length === 0 ? 'own-pieces.none' : 'own-pieces.not-found')}</p>`
        : html`<ol class="own-piece-list">
            ${repeat(
              there.slice(0, this.most),
              ({ serial }) => serial,
              (piece) => html`<li><own-piece
                .piece=${piece}
                .offered=${offered.get(piece.serial)}
                .today=${this.list.today}
                .saidAbove=${saidAbove}
              ></own-piece></li>`,
            )}
          </ol>`}
      ${there.length > this.most
        ? html`<p><button class="quiet" data-action="more" @click=${() => (this.most += SHOWN_AT_ONCE)}>
            ${t('more')}
          </button></p>`
        : nothing}
      ${this.list.truncated ? html`<p class="soft">${t('own-pieces.truncated')}</p>` : nothing}
      ${this.#moves(moves(transfers))}`;
  }

  #search() {
    return html`<div class="filters">
      <input
        class="search"
        type="search"
        name="sought"
        aria-label=${t('own-pieces.search')}
        placeholder=${t('own-pieces.search')}
        .value=${this.sought}
        @input=${({ target }) => (this.sought = target.value)}
      />
    </div>`;
  }

  #moves(moved) {
    return moved.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="moves">
          <h2 id="moves">${t('own-pieces.moves')}</h2>
          <ul class="transfer-rows">
            ${repeat(
              moved.slice(0, MOVES_SHOWN),
              ({ id }) => id,
              (one) => html`<li><transfer-row .transfer=${one}></transfer-row></li>`,
            )}
          </ul>
        </section>`;
  }

  #take = () => inDialog(document.createElement('take-piece'), t('take-piece.title'));

  #offerMany = async () => {
    await import('./offer-many.js');
    inDialog(document.createElement('offer-many'), t('offer-many.title'));
  };
}

customElements.define('own-pieces-page', OwnPiecesPage);
