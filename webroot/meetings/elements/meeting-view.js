import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { contributions } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { arranged } from '../reading/meeting.js';
import { when } from '../reading/when.js';
import { begin } from '../table-requests.js';
import './after-meeting.js';
import './agenda-item.js';
import './came-card.js';
import './guests-card.js';
import './last-time.js';
import './item-propose.js';

/** A meeting before it begins: its agenda, who comes, what is proposed. */
class MeetingView extends CalmElement {
  static properties = { page: { attribute: false }, me: { attribute: false } };

  render() {
    const { page } = this;
    const keeps = page.can.includes('keep');
    return html`<article class="meeting" aria-labelledby="meeting">
      <header class="lead">
        <p class="eyebrow">${t(`meeting.kind-${page.kind}`)} · ${t('meeting.number', { number: page.number })}${
          page.previous
            ? html` · <a href="/meetings/${page.previous}">${t('meeting.previous', { number: page.previous })}</a>`
            : nothing
        }</p>
        <div class="head">
          <h1 id="meeting">${page.title}</h1>
          ${keeps && page.state === 'planned' ? this.#tools() : nothing}
        </div>
        <p class="say">${when(page)}${t('comma')}${t('meeting.minutes', { count: page.minutes })}</p>
        ${this.#where(page)}
        ${page.state === 'cancelled'
          ? html`<p class="trouble-box" role="status">${t('meeting.cancelled', { reason: page.cancelled })}</p>`
          : nothing}
      </header>
      ${page.preparedAt
        ? html`<after-meeting .page=${page} ?guest=${!this.#isHouse}></after-meeting>`
        : nothing}
      ${page.last && !page.preparedAt ? html`<last-time .last=${page.last}></last-time>` : nothing}
      <div class="meeting-columns">
        <section class="stack" aria-labelledby="agenda">
          <h2 id="agenda">${t('agenda.title')}</h2>
          ${this.#agenda(page, keeps)}
        </section>
        <div class="stack">
          ${page.state === 'planned' ? contributions('meeting', page) : nothing}
          ${page.state === 'planned' && page.can.includes('attend')
            ? html`<item-propose .page=${page} ?house=${keeps}></item-propose>`
            : nothing}
          ${page.came ? html`<came-card .came=${page.came} ?house=${this.#isHouse}></came-card>` : nothing}
          <guests-card .page=${page} ?keeps=${keeps}></guests-card>
          ${contributions('meeting-beside', page)}
        </div>
      </div>
    </article>`;
  }

  get #isHouse() {
    return can(this.me, 'voices.answer');
  }

  #tools() {
    return html`<p class="buttons">
      <button class="go" data-action="begin" @click=${this.#begin}>${t('table.begin')}</button>
      <button class="quiet" data-action="change" @click=${this.#change}>${t('meeting.change')}</button>
      <button class="quiet" data-action="call-off" @click=${this.#callOff}>${t('meeting.call-off')}</button>
    </p>`;
  }

  #where({ room, video, order, stage, review }) {
    return html`${room || video
      ? html`<p>${room ?? nothing}${room && video ? ' · ' : nothing}${
          video ? html`<a href=${video} rel="noreferrer">${t('meeting.video')}</a>` : nothing
        }</p>`
      : nothing}
    ${order
      ? html`<p>
          ${t('meeting.witnesses', { stage })} <a href="/orders/${encodeURIComponent(order)}">${order}</a>
        </p>`
      : nothing}
    ${review ? html`<p><a href="/reviews/${review}">${t('meeting.review')}</a></p>` : nothing}`;
  }

  #agenda(page, keeps) {
    const { open, gone } = arranged(page);
    const planned = page.state === 'planned';
    const house = this.#isHouse;
    return html`${open.length === 0 ? html`<p class="empty">${t('agenda.none')}</p>` : nothing}
      <ol class="agenda">
        ${open.map((item, at) => html`<li class=${item.state === 'closed' ? 'done' : ''} data-item=${item.key}>
          <agenda-item .meeting=${page.number} .item=${item} .others=${open} .at=${at}
            ?house=${house} ?keeps=${keeps && planned} ?votes=${!keeps && planned && page.proposalsLeft !== undefined}>
          </agenda-item>
        </li>`)}
      </ol>
      ${gone.length > 0
        ? html`<details class="disclosure">
            <summary>${t('agenda.gone', { count: gone.length })}</summary>
            <ul class="agenda-gone">
              ${gone.map((item) => html`<li data-item=${item.key}>
                <agenda-item .meeting=${page.number} .item=${item} .others=${open} ?house=${house}
                  ?keeps=${keeps && planned}></agenda-item>
              </li>`)}
            </ul>
          </details>`
        : nothing}`;
  }

  #begin = async () => {
    const sure = await confirmed({ title: t('table.begin-title'), text: t('table.begin-text'), go: t('table.begin') });
    sure && begin(this.page.number).catch(() => {}); // Somebody else was quicker: the page moves.
  };

  #change = async () => {
    await import('./meeting-edit-form.js');
    const form = Object.assign(document.createElement('meeting-edit-form'), { page: this.page });
    await inDialog(form, t('meeting.change'));
  };

  #callOff = async () => {
    await import('./call-off-form.js');
    const form = Object.assign(document.createElement('call-off-form'), { page: this.page });
    await inDialog(form, t('meeting.call-off'));
  };
}

customElements.define('meeting-view', MeetingView);
