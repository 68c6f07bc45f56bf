import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { sorted } from '../reading/meeting.js';
import { when } from '../reading/when.js';
import './meeting-figures.js';

/** The meetings that there are to come, and those that were, live. */
class MeetingsList extends CalmElement {
  static properties = { list: { attribute: false }, me: { attribute: false } };

  render() {
    return html`<section class="manage" aria-labelledby="meetings">
      <div class="head">
        <h1 id="meetings">${t('meetings.title')}</h1>
        ${can(this.me, 'meetings.keep')
          ? html`<button class="go" data-action="plan" @click=${this.#plan}>${t('meetings.plan')}</button>`
          : nothing}
      </div>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { toCome, past } = sorted(this.list.rows);
    if (toCome.length + past.length === 0) {
      return html`<div class="empty-state">
        <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        <h2>${t('meetings.none')}</h2>
        <p>${t(can(this.me, 'meetings.keep') ? 'meetings.none-keep' : 'meetings.none-text')}</p>
      </div>`;
    }
    return html`${this.#group('meetings.to-come', toCome)}${this.#group('meetings.past', past)}
      ${can(this.me, 'figures.read') ? html`<meeting-figures></meeting-figures>` : nothing}
      ${this.list.truncated ? html`<p class="hint">${t('meetings.truncated')}</p>` : nothing}`;
  }

  #group(title, rows) {
    return rows.length === 0
      ? nothing
      : html`<section class="meeting-rows">
          <h2>${t(title)}</h2>
          <ul class="rows card">${rows.map((row) => this.#row(row))}</ul>
        </section>`;
  }

  #row(row) {
    return html`<li data-meeting=${row.number}>
      <a class="meeting-row" href="/meetings/${row.number}">
        <span class="row-main">
          <b>${row.title}</b>
          <span class="soft row-line">${t(`meeting.kind-${row.kind}`)} ·
            ${t('meeting.number', { number: row.number })}</span>
        </span>
        <span class="row-main">
          ${when(row)}
          <span class="soft row-line">${row.room ?? (row.video ? t('meeting.by-video') : nothing)}</span>
        </span>
        ${row.state === 'planned' ? nothing : html`<span
          class="chip ${row.state === 'live' ? 'warm' : row.state === 'cancelled' ? 'bad' : ''}"
        >${t(`meeting.state-${row.state}`)}</span>`}
      </a>
    </li>`;
  }

  #plan = async () => {
    await import('./plan-form.js');
    const planned = await inDialog(document.createElement('plan-form'), t('meetings.plan'));
    if (planned) {
      location.href = `/meetings/${planned.number}`;
    }
  };
}

customElements.define('meetings-list', MeetingsList);
