import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { FollowingGallery, galleryOf } from '../galleries.js';
import { beside, seenAt, swiped } from '../reading/gallery.js';
import { file, turn } from '../requests.js';

/** Shows what was seen somewhere large, one at a time, from this one on or from the one beside it. */
export function lookAt(order, where, { key, by, keeps }) {
  const rows = seenAt(galleryOf(order).rows, where);
  const view = document.createElement('evidence-view');
  Object.assign(view, { order, where, keeps, at: by ? beside(rows, key, by) : key });
  return inDialog(view, t('evidence.gallery'));
}

class EvidenceView extends LightElement {
  static properties = {
    order: { attribute: false },
    where: { attribute: false },
    keeps: { attribute: false },
    at: { attribute: false },
    /** The clip that somebody began to play: until then it says what it is, and nothing of it is loaded. */
    begun: { state: true },
    failed: { state: true },
  };

  #following = new FollowingGallery(this);
  #touched;

  render() {
    const rows = seenAt(this.#following.gallery?.rows ?? [], this.where);
    const row = rows.find(({ key }) => key === this.at) ?? rows[0];
    if (!row) {
      return html`<p>${t('evidence.gone')}</p>${this.#close()}`;
    }
    return html`<figure
      class="evidence-view"
      @keydown=${(event) => this.#key(event, rows)}
      @pointerdown=${this.#down}
      @pointerup=${(event) => this.#up(event, rows)}
    >
      ${this.#shown(row)}
      <figcaption>
        <p class="evidence-when">${this.#said(row)}</p>
        ${row.internal === undefined ? nothing : this.#kept(row)}
        ${this.failed ? html`<p class="error" role="alert">${this.failed}</p>` : nothing}
        <p class="evidence-turn">
          ${rows.length > 1 ? this.#turning(rows, row) : nothing} ${this.#close()}
        </p>
      </figcaption>
    </figure>`;
  }

  #shown({ key, kind, sha256, width, height, at }) {
    const source = file(sha256);
    switch (kind) {
      case 'photo':
        return html`<img src=${source} alt=${t('evidence.photo', { when: when(at) })} width=${width} height=${height}
          draggable="false" />`;
      case 'clip':
        return html`<div class="evidence-clip">
          <video src=${source} controls playsinline preload="none" aria-label=${t('evidence.clip', { when: when(at) })}
            @play=${() => (this.begun = key)}></video>
          ${this.begun === key
            ? nothing
            : html`<p class="evidence-poster" aria-hidden="true">${t('evidence.clip', { when: when(at) })}</p>`}
        </div>`;
      default:
        return html`<p class="evidence-paper"><a href=${source} download>${t('evidence.save-paper')}</a></p>`;
    }
  }

  #said({ at, station, actor }) {
    const where = station ? t('evidence.at-station', { when: when(at), station }) : when(at);
    return html`<time datetime=${at} title=${inFull(at)}>${where}</time>${actor
      ? html`<span class="soft">${t('evidence.by', { actor })}</span>`
      : nothing}`;
  }

  /** For the house: whether the customer sees it, and who said so. */
  #kept({ sha256, internal, turns = [] }) {
    const last = turns.at(-1);
    const said = last && t(last.internal ? 'evidence.kept-by' : 'evidence.shown-by', { ...last, when: when(last.at) });
    return html`<p class="evidence-kept" role="status">
      <strong>${t(internal ? 'evidence.internal' : 'evidence.for-customer')}</strong>
      <span class="soft">${said ?? nothing}</span>
      ${this.keeps
        ? html`<button type="button" class="quiet" data-action="turn" @click=${() => this.#keep(sha256, !internal)}>${t(
            internal ? 'evidence.show-again' : 'evidence.keep',
          )}</button>`
        : nothing}
    </p>`;
  }

  #turning(rows, row) {
    const place = t('evidence.place', { at: rows.indexOf(row) + 1, count: rows.length });
    const button = (action, by) => html`<button
      type="button"
      class="quiet"
      data-action=${action}
      @click=${() => this.#go(rows, by)}
    >${t(`evidence.${action}`)}</button>`;
    return html`${button('before', -1)} <span role="status">${place}</span> ${button('next', 1)}`;
  }

  #close() {
    return html`<button type="button" class="go" data-action="close" @click=${() =>
      this.dispatchEvent(new CustomEvent('done'))}>${t('close')}</button>`;
  }

  firstUpdated() {
    this.querySelector('[data-action=close]').focus();
  }

  #go(rows, by) {
    this.failed = undefined;
    this.at = beside(rows, this.at, by);
  }

  #key({ key, target }, rows) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
    by && target.localName !== 'video' && rows.length > 1 && this.#go(rows, by);
  }

  #down = ({ clientX, clientY, isPrimary }) => {
    this.#touched = isPrimary ? { x: clientX, y: clientY } : undefined;
  };

  #up({ clientX, clientY, target }, rows) {
    const by = this.#touched ? swiped(this.#touched, { x: clientX, y: clientY }) : 0;
    this.#touched = undefined;
    by && target.localName !== 'video' && rows.length > 1 && this.#go(rows, by);
  }

  async #keep(sha256, internal) {
    try {
      await turn(this.order, sha256, internal);
      this.failed = undefined;
    } catch (problem) {
      this.failed = problem.message;
    }
  }
}

customElements.define('evidence-view', EvidenceView);
