import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { inFull, when as moment } from '../../base/format.js';
import { t } from '../../base/words.js';
import { beginning, meaning, PLANT, sendable } from '../reading/calendar.js';
import { agreed } from '../agreed.js';
import { calendars, saveCalendar, tryCalendar } from '../requests.js';
import './calendar-file.js';
import './special-days.js';
import './week-hours.js';

/** When somebody works: one calendar at a time, changed here and saved as a whole. */
class CalendarsPage extends FormElement {
  static properties = {
    known: { state: true },
    draft: { state: true },
    changed: { state: true },
    said: { state: true },
    naming: { state: true },
  };

  firstUpdated() {
    this.#load(PLANT);
  }

  #load(code) {
    return this.attempt(async () => {
      this.known = (await calendars()).calendars;
      this.#choose(code);
    });
  }

  #choose(code) {
    this.draft = this.known.find((one) => one.code === code) ?? beginning(code);
    this.changed = false;
    this.naming = false;
  }

  render() {
    return html`<section class="manage" aria-labelledby="calendars">
      <div class="head"><h1 id="calendars">${t('calendars.title')}</h1>${this.#choice()}</div>
      <p class="soft">${t('calendars.text')}</p>
      ${this.naming ? this.#name() : nothing}
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.draft ? this.#calendar() : this.trouble()}
    </section>`;
  }

  #choice() {
    if (!this.draft) {
      return nothing;
    }
    const codes = new Set([PLANT, ...this.known.map(({ code }) => code), this.draft.code]);
    return html`<div class="filters">
      ${selection({
        name: 'calendar',
        label: t('calendars.calendar'),
        options: [...codes].map((code) => [code, code === PLANT ? t('calendars.plant') : this.#nameOf(code)]),
        chosen: this.draft.code,
        change: ({ target }) => this.#choose(target.value),
      })}
      <button class="quiet" data-action="new" @click=${() => (this.naming = true)}>${t('calendars.new')}</button>
    </div>`;
  }

  #nameOf = (code) => this.known.find((one) => one.code === code)?.name ?? code;

  #name() {
    return html`<form class="form card" data-form="new" @submit=${this.#begin}>
      ${field({
        id: 'calendar-code',
        name: 'code',
        label: t('calendars.code'),
        hint: t('calendars.code-hint'),
        maxlength: 40,
        code: true,
      })}
      <p class="buttons">
        <button class="go" data-action="begin">${t('calendars.begin')}</button>
        <button type="button" class="quiet" @click=${() => (this.naming = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #begin(event) {
    this.#choose(submitted(event).code.trim());
    this.changed = true;
  }

  #calendar() {
    const { code, version, savedAt, savedBy, zone } = this.draft;
    const isNew = version === undefined;
    return html`<p class="card meaning" data-about="meaning">
        ${isNew && !this.changed ? t('calendars.none') : meaning(this.draft)}
      </p>
      <form class="form" @submit=${this.#save} @input=${() => (this.said = '')}>
        <week-hours .week=${this.draft.week} .problem=${this.problem} @week=${this.#take}></week-hours>
        <special-days .exceptions=${this.draft.exceptions} @exceptions=${this.#take}></special-days>
        ${this.trouble(...(this.problem?.field?.startsWith('week.') ? [this.problem.field] : []))}
        <p class="buttons">
          <button class="go" data-action="save" ?disabled=${this.busy || !(this.changed || isNew)}>${t('save')}</button>
          <button
            type="button"
            class="quiet"
            data-action="discard"
            ?disabled=${this.busy || !this.changed}
            @click=${() => this.#load(isNew ? PLANT : code)}
          >${t('calendars.discard')}</button>
        </p>
      </form>
      <calendar-file
        .code=${code}
        .saved=${!isNew}
        .ready=${!this.changed}
        @imported=${({ detail }) => this.#imported(detail)}
      ></calendar-file>
      ${isNew
        ? nothing
        : html`<p class="soft">
          ${t('calendars.saved-by', { version, who: savedBy })}<time
            datetime=${savedAt}
            title=${inFull(savedAt)}
          >${moment(savedAt)}</time>${t('calendars.zone', { zone })}
        </p>`}`;
  }

  #take = ({ detail }) => {
    this.draft = { ...this.draft, ...detail };
    this.changed = true;
    this.said = '';
  };

  async #save(event) {
    event.preventDefault();
    const wanted = sendable(this.draft);
    let moved;
    const isTried =
      this.querySelector('week-hours').isReadable() &&
      (await this.attempt(async () => {
        moved = await tryCalendar(wanted);
      }));
    if (isTried && (await agreed(moved)) && (await this.attempt(() => this.#send(wanted)))) {
      await this.#load(wanted.code);
    }
  }

  async #send(wanted) {
    const { orders } = await saveCalendar(wanted);
    this.said = t('calendars.saved', { count: orders });
  }

  async #imported({ days, skipped }) {
    this.said = [t('calendars.imported', { count: days }), skipped && t('calendars.skipped', { count: skipped })]
      .filter(Boolean)
      .join(t('space'));
    await this.#load(this.draft.code);
  }
}

customElements.define('calendars-page', CalendarsPage);
