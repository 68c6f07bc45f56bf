import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { field } from '../../base/elements/field.js';
import { date, day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { makeCards, piecesOf } from '../requests.js';
import './warranty-card.js';

const AT_ONCE = 10;

const stay = (event) => event.preventDefault();

/** The cards of an order: which are made, and those that are made now, to be printed. */
class CardsPage extends FormElement {
  static properties = {
    order: {},
    pieces: { state: true },
    /** Those that were made here; nobody can see their passwords again. */
    cards: { state: true },
    /** How many are made of how many, while they are made. */
    making: { state: true },
  };

  constructor() {
    super();
    this.cards = [];
  }

  firstUpdated() {
    this.order && this.#load();
  }

  render() {
    return html`<section class="manage cards-page" aria-labelledby="cards">
      <div class="lead">
        <h1 id="cards">${t('warranty-cards.title')}</h1>
        <p class="soft">${t('warranty-cards.text')}</p>
      </div>
      <form class="filters" novalidate @submit=${this.#find}>
        ${field({
          id: 'order',
          label: t('warranty-cards.order'),
          value: this.order,
          maxlength: 80,
          error: this.wrong('order'),
        })}
        <button class="quiet" data-action="find" ?disabled=${this.busy}>${t('warranty-cards.find')}</button>
      </form>
      <p role="status" class="cards-making">${this.making ? t('warranty-cards.making', this.making) : nothing}</p>
      ${this.trouble('order')} ${this.cards.length > 0 ? this.#made() : nothing}
      ${this.pieces ? this.#pieces() : nothing}
    </section>`;
  }

  #made() {
    return html`<section class="made-cards" aria-labelledby="made">
      <div class="card made-head">
        <h2 id="made" tabindex="-1">${t('warranty-cards.made', { count: this.cards.length })}</h2>
        <p>${t('warranty-cards.print-now')}</p>
        <p class="buttons">
          <button class="go" data-action="print" @click=${() => print()}>${t('warranty-cards.print')}</button>
          <button class="quiet" data-action="put-away" @click=${this.#putAway}>${t('warranty-cards.put-away')}</button>
        </p>
      </div>
      <ul class="printed">
        ${this.cards.map((card) => html`<li><warranty-card .card=${card}></warranty-card></li>`)}
      </ul>
    </section>`;
  }

  #pieces() {
    const open = this.pieces.filter(({ madeAt }) => !madeAt);
    if (this.pieces.length === 0) {
      return html`<p class="empty">${t('warranty-cards.nothing')}</p>`;
    }
    return html`${open.length > 0
        ? html`<p class="buttons"><button
            class="go"
            data-action="make"
            ?disabled=${this.busy}
            @click=${() => this.#make(open, false)}
          >${t('warranty-cards.make', { count: open.length })}</button></p>`
        : nothing}
      <ul class="rows card">
        ${this.pieces.map((one) => html`<li data-serial=${one.serial}>${this.#row(one)}</li>`)}
      </ul>`;
  }

  #row(one) {
    return html`<div class="row">
      <p class="row-main"><b>${one.serial}</b> <span class="soft row-line">${wording(one.product)}</span></p>
      <p class="row-main">
        ${one.until ? t('warranty-cards.until', { day: date(one.until) }) : t('warranty-cards.not-begun')}
        <span class="soft row-line">
          ${one.madeAt ? t('warranty-cards.made-at', { day: day(one.madeAt) }) : t('warranty-cards.none')}
        </span>
      </p>
      <p class="buttons">
        ${one.madeAt
          ? html`<button class="quiet" data-action="again" ?disabled=${this.busy} @click=${() => this.#again(one)}>
              ${t('warranty-cards.again')}<span class="visually-hidden"> ${one.serial}</span>
            </button>`
          : nothing}
      </p>
    </div>`;
  }

  #find = (event) => {
    const { order } = submitted(event);
    if (this.fine(event.target)) {
      this.order = order.trim();
      history.replaceState(null, '', `?order=${encodeURIComponent(this.order)}`);
      this.#load();
    }
  };

  #load = () => this.attempt(this.#read);

  #read = async () => (this.pieces = (await piecesOf(this.order)).pieces);

  async #again(one) {
    const question = {
      title: t('warranty-cards.again-title', { serial: one.serial }),
      text: t('warranty-cards.again-text'),
      go: t('warranty-cards.again'),
    };
    (await confirmed(question)) && this.#make([one], true);
  }

  /** A few at a time: each takes the server a moment, and what is there is shown. */
  async #make(pieces, again) {
    const serials = pieces.map(({ serial }) => serial);
    this.#hold({ done: 0, of: serials.length });
    const went = await this.attempt(async () => {
      for (let at = 0; at < serials.length; at += AT_ONCE) {
        const made = await makeCards(serials.slice(at, at + AT_ONCE), again, newKey());
        this.cards = [...this.cards.filter(({ serial }) => !serials.includes(serial) || !again), ...made.cards];
        this.making = { done: Math.min(at + AT_ONCE, serials.length), of: serials.length };
      }
      await this.#read();
    });
    this.#hold(undefined);
    await this.updateComplete;
    went && this.querySelector('#made')?.focus();
  }

  /** While they are made whoever leaves is asked: their passwords are told to this page only. */
  #hold(making) {
    this.making = making;
    (making ? addEventListener : removeEventListener)('beforeunload', stay);
  }

  async #putAway() {
    const question = {
      title: t('warranty-cards.put-away-title'),
      text: t('warranty-cards.put-away-text'),
      go: t('warranty-cards.put-away'),
    };
    (await confirmed(question)) && (this.cards = []);
  }
}

customElements.define('cards-page', CardsPage);
