import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { keptPiece } from '../requests.js';
import './cover-entry-form.js';

/** How a piece is covered, and why: its ledger, for the house. */
class KeptPiece extends FormElement {
  static properties = { serial: {}, piece: { state: true } };
  static texts = { 404: 'kept-piece.unknown' };

  firstUpdated() {
    this.#load();
  }

  #load = () => this.attempt(async () => (this.piece = await keptPiece(this.serial)));

  render() {
    if (!this.piece) {
      return html`<section class="manage">
        <h1>${this.serial}</h1>
        ${this.busy ? html`<p class="soft">${t('loading')}</p>` : this.trouble()}
        <p><a class="quiet" href="/warranty/terms">${t('kept-piece.back')}</a></p>
      </section>`;
    }
    const { serial, product, sold, cover } = this.piece;
    return html`<section class="manage kept-piece" aria-labelledby="piece">
      <div class="lead">
        <div class="head">
          <h1 id="piece">${serial}</h1>
          <button class="go" data-action="enter" @click=${this.#enter}>${t('kept-piece.enter')}</button>
        </div>
        <p class="soft">${wording(product)}</p>
      </div>
      <div class="card">
        <p class="kept-until" role="status">${this.#until(cover)}</p>
        ${cover.parts.map(
          (one) => html`<p>${t('cover.part', { part: one.part, day: date(one.until, 'long') })}</p>`,
        )}
        <dl class="kept-facts">${this.#facts(sold)}</dl>
      </div>
      <h2>${t('kept-piece.ledger')}</h2>
      ${this.piece.ledger.length > 0
        ? html`<ol class="rows card">${this.piece.ledger.map((entry) => html`<li>${this.#entry(entry)}</li>`)}</ol>`
        : html`<p class="empty">${t('kept-piece.no-ledger')}</p>`}
    </section>`;
  }

  #until({ until, voided }) {
    if (voided) {
      return t('kept-piece.voided', { day: date(until, 'long'), reason: voided });
    }
    const { months } = this.piece.promise;
    return until
      ? t('kept-piece.until', { day: date(until, 'long') })
      : t(months ? 'cover.begins' : 'cover.none', { count: months });
  }

  #facts({ owner, buyer, order, shippedOn, deliveredOn }) {
    const facts = [
      ['owner', html`<a href="/companies/${encodeURIComponent(owner)}">${owner}</a>`],
      ['buyer', buyer === owner ? undefined : html`<a href="/companies/${encodeURIComponent(buyer)}">${buyer}</a>`],
      ['order', order && html`<a href="/orders/${encodeURIComponent(order)}">${order}</a>`],
      ['shipped', shippedOn && date(shippedOn)],
      ['delivered', deliveredOn && date(deliveredOn)],
      ['identities', this.piece.identities.map((digits) => `…${digits}`).join(t('comma')) || undefined],
    ];
    return facts
      .filter(([, value]) => value)
      .map(([name, value]) => html`<div><dt>${t(`kept-piece.${name}`)}</dt><dd>${value}</dd></div>`);
  }

  #entry({ kind, from, months, part, reason, by, at }) {
    return html`<p class="row-main">
        <b>${t(`kept-piece.kind.${kind}`, { part })}</b>
        ${months ? t('kept-piece.months', { count: months }) : nothing}
        ${t('kept-piece.from', { day: date(from) })}
        ${reason ? html`<span class="row-line">${reason}</span>` : nothing}
        <span class="soft row-line">
          ${t('kept-piece.by', { by: by === 'shipment' ? t('kept-piece.by-shipment') : by, when: when(at) })}
        </span>
      </p>`;
  }

  #enter = async () => {
    const form = Object.assign(document.createElement('cover-entry-form'), { serial: this.piece.serial });
    (await inDialog(form, t('kept-piece.enter'))) && this.#load();
  };
}

customElements.define('kept-piece', KeptPiece);
