import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { came, judged, ownWords } from '../reading/minutes.js';
import { said } from '../minutes-requests.js';

/** “You said, we did”: what its reader’s company raised at the last meetings, or at one, and what came of it. */
class YouSaid extends LightElement {
  static properties = { only: { type: Number }, version: { attribute: false }, meetings: { state: true } };

  firstUpdated() {
    this.#load();
  }

  /** The meeting beside it is another than before. */
  updated(changed) {
    changed.get('version') !== undefined && this.#load();
  }

  /** Staff say themselves what was done. */
  async #load() {
    try {
      if (can(await viewer(), 'voices.answer')) {
        return;
      }
      const { meetings } = await said();
      this.meetings = meetings.filter(({ number, items }) => items.length > 0 && (!this.only || number === this.only));
    } catch {
      this.meetings ??= []; // What stands beside it is of more use than a word about this.
    }
  }

  render() {
    return this.meetings?.length
      ? html`<section class="card you-said" aria-labelledby="you-said">
          <h2 id="you-said">${t('you-said.title')}</h2>
          ${this.meetings.map((meeting) => this.#meeting(meeting))}
          <p class="thanks">${t('you-said.thanks')}</p>
        </section>`
      : nothing;
  }

  #meeting({ number, title, beginsAt, items }) {
    return html`${this.only
        ? nothing
        : html`<p class="soft"><a href="/meetings/${number}">${title}</a> · ${day(beginsAt)}</p>`}
      <ul class="said-items">${items.map((item) => html`<li data-said=${item.key}>${this.#item(item)}</li>`)}</ul>`;
  }

  #item(item) {
    const told = came(item);
    const unsolved = judged(item);
    const of = (kind, number) => unsolved.find((one) => one.kind === kind && one.number === number);
    const nothingYet = !told && item.decisions.length + item.actions.length === 0;
    return html`<h3>${titleOf(item)}</h3>
      ${ownWords(item).map((text) => html`<p class="soft own-words">${t('you-said.own', { text })}</p>`)}
      ${told ? html`<p>${told}</p>` : nothing}
      ${item.decisions.map((text) => html`<p>${t('recorded.decision', { text })}</p>`)}
      ${item.actions.map((one) => html`<p>${t('you-said.action', { text: one.text, owner: one.owner })}
        ${t(`recorded.action.${one.state}`)}
        ${one.closing ? html`<span class="soft">${one.closing}</span>` : nothing}
        ${this.#judge(of('action', one.number))}</p>`)}
      ${nothingYet ? html`<p>${t('you-said.open')}</p>` : nothing}
      ${unsolved
        .filter(({ kind }) => kind === 'voice')
        .map((one) => html`<p>“${one.text}” ${this.#judge(one)}</p>`)}`;
  }

  /** Stands with what it is about. */
  #judge(one) {
    return one
      ? html`<button class="link" data-action="not-solved" data-of=${one.kind} @click=${() => this.#notSolved(one)}
          aria-label=${t('you-said.not-solved-of', { text: one.text })}>${t('you-said.not-solved')}</button>`
      : nothing;
  }

  async #notSolved(about) {
    await import('./not-solved-form.js');
    const form = Object.assign(document.createElement('not-solved-form'), { about });
    (await inDialog(form, t('you-said.not-solved'))) && (await this.#load());
  }
}

customElements.define('you-said', YouSaid);
