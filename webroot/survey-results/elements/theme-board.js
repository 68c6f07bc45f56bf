import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { agendaFor } from '../reading/agenda.js';
import { discuss, removeTheme, themes } from '../requests.js';
import './theme-form.js';

/** What was written to a question: themes that have a name, and what is alike and could get one. */
class ThemeBoard extends FormElement {
  static properties = {
    code: {},
    question: {},
    meets: { type: Boolean },
    board: { state: true },
  };

  firstUpdated() {
    this.#read();
  }

  #read = () => this.attempt(async () => (this.board = await themes(this.code, this.question)));

  render() {
    return html`${this.trouble()} ${this.board ? this.#all() : nothing}`;
  }

  #all() {
    const { themes: named, proposed } = this.board;
    return html`<ul class="theme-board">
        ${named.map((theme) => html`<li>${this.#theme(theme)}</li>`)}
      </ul>
      ${proposed.length
        ? html`<h3>${t('theme-board.alike')}</h3>`
        : html`<p class="soft">${t('theme-board.all-named')}</p>`}
      <ul class="theme-board">
        ${proposed.map(
          (texts) => html`<li>
            <theme-form
              .code=${this.code}
              .question=${this.question}
              .texts=${texts}
              .themes=${named}
              @done=${this.#read}
            ></theme-form>
          </li>`,
        )}
      </ul>`;
  }

  #theme(theme) {
    return html`<h3>${wording(theme.name)}</h3>
      <ul class="written">
        ${theme.texts.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
      <p class="buttons">
        ${this.#agenda(theme)}
        ${this.#button('apart', () => this.#apart(theme))}
      </p>`;
  }

  #agenda(theme) {
    const { meetings } = this.board;
    switch (agendaFor(theme, meetings, this.meets)) {
      case 'is-on-one':
        return html`<a href="/meetings/${theme.meeting}">${t('theme-board.on-agenda')}</a>`;
      case 'no-meeting':
        return html`<span class="soft">${t('theme-board.no-meeting')}</span>`;
      case 'can-be-put':
        return this.#choice(theme, meetings);
      default:
        return nothing;
    }
  }

  #choice(theme, meetings) {
    return html`<label class="visually-hidden" for="meeting-${theme.id}">${t('theme-board.which')}</label>
      <select id="meeting-${theme.id}">
        ${meetings.map(
          ({ number, title, beginsAt }) =>
            html`<option value=${number}>${date(beginsAt.slice(0, 10))} · ${title}</option>`,
        )}
      </select>
      ${this.#button('discuss', () => this.#discuss(theme))}`;
  }

  #button = (action, click) =>
    html`<button type="button" class="quiet" data-action=${action} ?disabled=${this.busy} @click=${click}>
      ${t(`theme-board.${action}`)}
    </button>`;

  async #discuss({ id }) {
    const meeting = Number(this.querySelector(`#meeting-${id}`).value);
    (await this.attempt(() => discuss(this.code, id, meeting, newKey()))) && this.#read();
  }

  async #apart({ id }) {
    (await this.attempt(() => removeTheme(this.code, id))) && this.#read();
  }
}

customElements.define('theme-board', ThemeBoard);
