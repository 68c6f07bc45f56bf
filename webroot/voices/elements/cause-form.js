import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { causesOf } from '../reading/causes.js';
import { companyName } from '../reading/rows.js';
import { joinCause, leaveCause, makeCause } from '../requests.js';
import './cause-picker.js';

/** Puts messages with the same cause together, also of several companies; one of them can be taken out again. */
class CauseForm extends FormElement {
  static properties = { page: { attribute: false }, chosen: { state: true } };
  static texts = { 409: 'reply.changed' };

  constructor() {
    super();
    this.chosen = [];
  }

  render() {
    return html`<div class="form">
      <h2>${this.page.cause?.title ?? t('cause.title')}</h2>
      <p class="soft">${t('cause.text')}</p>
      ${this.page.cause ? this.#members() : this.#choose()}
      ${this.trouble('title')}
      <p class="buttons">
        <button type="button" class="quiet" data-action="done" @click=${() => this.done()}>${t('close')}</button>
      </p>
    </div>`;
  }

  #members() {
    const { id, voices: members = [] } = this.page.cause;
    return html`<ul class="rows">
        ${members.map(({ number, title, company }) => this.#row({
          title: html`<a href="/messages/${number}">${title}</a>`,
          about: companyName({ company }),
          action: 'take-out',
          says: html`${t('cause.take-out')}<span class="visually-hidden"> ${title}</span>`,
          act: () => leaveCause(id, number),
        }))}
      </ul>
      ${this.#picker()}
      ${this.chosen.length > 0
        ? html`<p class="buttons">
            <button type="button" class="go" data-action="add" ?disabled=${this.busy} @click=${() => this.#add(id)}>
              ${t('cause.add', { count: this.chosen.length })}
            </button>
          </p>`
        : nothing}`;
  }

  #choose() {
    const causes = causesOf(this.page.alike ?? []);
    return html`${causes.length > 0
        ? html`<ul class="rows">
            ${causes.map(({ id, title, with: row }) => this.#row({
              title: html`<b>${title}</b>`,
              about: t('cause.like', { title: row.title }),
              action: 'join',
              says: html`${t('cause.join')}<span class="visually-hidden"> ${title}</span>`,
              act: () => joinCause(id, this.page.number),
            }))}
          </ul>`
        : nothing}
      <form class="form" @submit=${this.#make}>
        ${field({
          id: 'cause-title',
          name: 'title',
          label: t('cause.name'),
          hint: t('cause.name-hint'),
          maxlength: 120,
          error: this.wrong('title'),
        })}
        ${this.#picker()}
        <p class="buttons">
          <button class="go" data-action="make-cause" ?disabled=${this.busy}>${t('cause.make')}</button>
        </p>
      </form>`;
  }

  #row({ title, about, action, says, act }) {
    return html`<li>
      <span class="row-main">${title} <span class="soft row-line">${about}</span></span>
      <button
        type="button"
        class="quiet"
        data-action=${action}
        ?disabled=${this.busy}
        @click=${() => this.#act(act)}
      >${says}</button>
    </li>`;
  }

  #picker() {
    return html`<cause-picker .page=${this.page} @voices=${({ detail }) => (this.chosen = detail)}></cause-picker>`;
  }

  #make = (event) => {
    const { title } = submitted(event);
    this.#act(() => makeCause({ title: title.trim(), voices: [this.page.number, ...this.chosen] }));
  };

  /** One after the other: where one cannot be added, those before it were. */
  #add = (id) =>
    this.#act(async () => {
      for (const number of this.chosen) {
        await joinCause(id, number);
      }
    });

  async #act(action) {
    (await this.attempt(action)) && this.done();
  }
}

customElements.define('cause-form', CauseForm);
