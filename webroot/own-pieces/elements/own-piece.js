import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, day } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { cover, daysLeft, standing } from '../reading/pieces.js';
import { withdraw } from '../requests.js';
import './claim-form.js';
import './offer-piece.js';

/** One piece of one's own. */
class OwnPiece extends FormElement {
  static properties = {
    piece: { attribute: false },
    offered: { attribute: false },
    today: { attribute: false },
    /** Whether it is said above all pieces where to go with a claim. */
    saidAbove: { attribute: false },
  };
  static texts = { 404: 'own-pieces.changed', 409: 'own-pieces.changed' };

  render() {
    const { piece, today } = this;
    const { text, look } = cover(piece, today);
    return html`<article class="card own-piece" data-serial=${piece.serial}>
      <div class="head">
        <h2>${wording(piece.product)}</h2>
        <span class="chip ${look}">${text}</span>
      </div>
      <p class="serial">${t('own-pieces.serial', { serial: piece.serial })}</p>
      ${contributions('piece', { piece })}
      ${piece.voided ? html`<p>${piece.voided}</p>` : nothing}
      ${piece.parts.length > 0 ? this.#parts() : nothing}
      ${piece.covers ? html`<p>${wording(piece.covers)}</p>` : nothing}
      ${piece.claimsAt && !this.saidAbove ? html`<p class="soft">${wording(piece.claimsAt)}</p>` : nothing}
      ${this.#check()}
      ${piece.claims.length > 0 ? this.#claims() : nothing}
      ${this.offered ? this.#offered() : nothing}
      ${this.trouble()}
      <p class="buttons">
        <button class="quiet" data-action="claim" @click=${() => this.#claim('fault')}>
          ${t('claim.make')}<span class="visually-hidden">${piece.serial}</span>
        </button>
        <button class="quiet" data-action="offer" @click=${this.#offer}>
          ${t('offer-piece.make')}<span class="visually-hidden">${piece.serial}</span>
        </button>
      </p>
    </article>`;
  }

  #parts() {
    return html`<ul>
      ${this.piece.parts.map(({ part, until }) => html`<li>
        ${t('own-pieces.part', { part, date: date(until) })}
      </li>`)}
    </ul>`;
  }

  /** The check before cover ends, until it was asked for. */
  #check() {
    const { piece, today } = this;
    const left = daysLeft(piece, today);
    const isAsked = piece.claims.some(({ about, decision }) => about === 'courtesy-check' && !decision);
    if (left === undefined || !piece.checkOfferedAt || isAsked) {
      return nothing;
    }
    return html`<div class="own-piece-check">
      <p>${t('own-pieces.check', { count: left })}</p>
      <p class="buttons">
        <button class="go" data-action="check" @click=${() => this.#claim('courtesy-check')}>
          ${t('own-pieces.ask-check')}<span class="visually-hidden">${piece.serial}</span>
        </button>
      </p>
    </div>`;
  }

  #claims() {
    return html`<ul class="own-piece-claims">
      ${this.piece.claims.map((claim) => {
        const { text, look } = standing(claim);
        return html`<li>
          <a href="/messages/${claim.number}">${t(`claim.of-${claim.about}`, { day: day(claim.madeAt) })}</a>
          <span class="chip ${look}">${text}</span>
          ${claim.decision ? html`<span class="soft own-piece-reason">${claim.decision.reason}</span>` : nothing}
        </li>`;
      })}
    </ul>`;
  }

  #offered() {
    const { id, address, expiresAt } = this.offered;
    return html`<p class="own-piece-offered">
      <span>${address
        ? t('own-pieces.offered-to', { address, day: day(expiresAt) })
        : t('own-pieces.offered', { day: day(expiresAt) })}</span>
      <button
        class="quiet"
        data-action="withdraw"
        ?disabled=${this.busy}
        @click=${() => this.attempt(() => withdraw(id))}
      >${t('own-pieces.withdraw')}<span class="visually-hidden">${this.piece.serial}</span></button>
    </p>`;
  }

  #claim(about) {
    const form = Object.assign(document.createElement('claim-form'), { piece: this.piece, about });
    inDialog(form, t(`claim.title-${about}`));
  }

  #offer = () => {
    const form = Object.assign(document.createElement('offer-piece'), { piece: this.piece });
    inDialog(form, t('offer-piece.title'));
  };
}

customElements.define('own-piece', OwnPiece);
