import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { inFull, when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { anchor, companyName, tierOf } from '../reading/rows.js';
import { answer, see } from '../requests.js';
import '../../base/elements/tier-mark.js';
import './customer-reply.js';
import './voice-clock.js';
import './voice-thread.js';

/** One message as a whole: where it was said, its clock, its thread, and what its reader may do. */
class VoiceView extends FormElement {
  static properties = {
    page: { attribute: false },
    /** Who looks: `{ name, isStaff }`. */
    reader: { attribute: false },
    /** Beside a list, where it is a part of the page and not all of it. */
    beside: { type: Boolean },
  };
  static texts = { 409: 'reply.changed' };

  #seen;

  /** Whoever opens it first has seen it, which its customer is told. */
  updated(changed) {
    const { page, reader } = this;
    if (changed.has('page') && reader.isStaff && page.can?.includes('assign') && !page.commitments.seen?.done) {
      this.#seen === page.number || see(page).catch(() => {}); // It is seen at the next look.
      this.#seen = page.number;
    }
  }

  render() {
    const { page, reader } = this;
    return html`<article class="voice" data-voice=${page.number} data-state=${page.state}>
      <header class="voice-lead">
        <p class="eyebrow">${this.#eyebrow()}</p>
        ${this.beside
          ? html`<h2 class="voice-title">
              ${reader.isGlass ? page.title : html`<a href="/messages/${page.number}">${page.title}</a>`}
            </h2>`
          : html`<h1>${page.title}</h1>`}
        <p class="voice-chips">
          <span class="chip ${page.kind === 'complaint' ? 'bad' : ''}">${t(`kind.${page.kind}`)}</span>
          <span class="chip">${this.#who()}</span>
          ${this.#company()}
          <span class="soft">${this.#followed()}</span>
        </p>
      </header>
      ${reader.isStaff
        ? html`<staff-desk .page=${page} @answer=${() => this.querySelector('#desk-text')?.focus()}></staff-desk>`
        : nothing}
      ${reader.isStaff ? contributions('message', { page }) : nothing}
      ${page.piece ? contributions('claim', { page }) : nothing}
      <voice-clock .page=${page} ?staff=${reader.isStaff}></voice-clock>
      ${this.trouble()}
      <voice-thread .page=${page} .reader=${reader} ?busy=${this.busy} @choice=${this.#choose}></voice-thread>
      ${reader.isStaff
        ? html`<staff-reply .page=${page}></staff-reply>`
        : html`<customer-reply .page=${page}></customer-reply>`}
    </article>`;
  }

  #eyebrow() {
    const { page } = this;
    const [order, ...inside] = anchor(page);
    return html`${this.#leads()
        ? html`<a href=${this.#leads()}>${order}</a>`
        : html`<span>${order}</span>`}
      ${[wording(page.product), ...inside, t('voice.number', { number: page.number })]
        .filter(Boolean)
        .map((part) => html`<span aria-hidden="true"> · </span><span>${part}</span>`)}
      <span aria-hidden="true"> · </span><time datetime=${page.saidAt} title=${inFull(page.saidAt)}>${when(
        page.saidAt,
      )}</time>`;
  }

  /** Visits are read by both sides; what came of a survey, by the house. */
  #originPage({ kind, key }) {
    if (kind === 'survey') {
      return this.reader.isStaff ? `/surveys/${encodeURIComponent(key)}/figures` : undefined;
    }
    return kind === 'visit' ? `/visits/${encodeURIComponent(key)}` : undefined;
  }

  /** Where the first of it is looked at; whoever holds a glass link is there already. */
  #leads() {
    const { order, piece, origin } = this.page;
    if (this.reader.isGlass) {
      return undefined;
    }
    if (origin) {
      return this.#originPage(origin);
    }
    const own = this.reader.isStaff ? `/pieces/${encodeURIComponent(piece)}` : '/warranty';
    return order ? `/orders/${encodeURIComponent(order)}` : own;
  }

  #who() {
    const { department, assignee } = this.page;
    return [wording(department.name), assignee?.name ?? assignee].filter(Boolean).join(t('comma'));
  }

  #company() {
    const name = companyName(this.page);
    return name
      ? html`<span>${name} <tier-mark tier=${tierOf(this.page) ?? nothing}></tier-mark></span>`
      : nothing;
  }

  #followed() {
    const { followers = 0 } = this.page;
    if (this.reader.isStaff || followers < 2) {
      return '';
    }
    return t('voice.followed', { count: followers - 1 });
  }

  #choose = ({ detail }) => this.attempt(() => answer(this.page, { choice: detail }));
}

customElements.define('voice-view', VoiceView);
