import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, dates, today, weekdayOf } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { daysAfter, mondayOf } from '../reading/visits.js';
import { round } from '../requests.js';
import './visit-due.js';
import './visit-row.js';

const WEEK = 7;

/** One's own week, day by day, with what one goes to for others; and whom one should meet by its end. */
class VisitRound extends LightElement {
  static properties = {
    moved: { type: Number },
    plans: { type: Boolean },
    from: { state: true },
    week: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.from = mondayOf(today());
  }

  updated(changed) {
    (changed.has('from') || changed.has('moved')) && this.#load();
  }

  async #load() {
    const { from } = this;
    try {
      const week = await round(from);
      if (from === this.from) {
        Object.assign(this, { week, problem: undefined });
      }
    } catch (problem) {
      this.problem = refusal(problem); // What was shown before stays: it is older, and not wrong.
    }
  }

  render() {
    return html`<div class="round-bar">
        <h2>${dates(this.from, daysAfter(this.from, WEEK - 1))}</h2>
        <button class="quiet" data-action="before" @click=${() => this.#go(-WEEK)}>${t('visits.week-before')}</button>
        <button class="quiet" data-action="after" @click=${() => this.#go(WEEK)}>${t('visits.week-after')}</button>
      </div>
      <p class="trouble" role="alert">${this.problem ?? ''}</p>
      ${this.week ? this.#week() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}`;
  }

  #week() {
    const { days, covers, due, by } = this.week;
    return html`${covers.map((cover) => html`<p class="hint-box">${this.#cover(cover, by)}</p>`)}
      <div class="round-days card">${days.map((one) => this.#day(one))}</div>
      <h2>${t('visits.due-title')}</h2>
      ${due.length === 0
        ? html`<p class="soft">${t('visits.none-due')}</p>`
        : html`<ul class="rows card">
            ${due.map(
              (one) => html`<li data-due="${one.company.code} ${one.role}">
                <visit-due .due=${one} ?plans=${this.plans}></visit-due>
              </li>`,
            )}
          </ul>`}`;
  }

  #cover({ person, substitute, from, until }, by) {
    const key = person.id === by.id ? 'visits.covered-by' : 'visits.covers';
    return t(key, { person: person.name, substitute: substitute.name, days: dates(from, until) });
  }

  #day({ day, visits }) {
    return html`<section class="round-day" ?data-today=${day === today()} data-day=${day}>
      <h3>${weekdayOf(day)} <span class="soft">${date(day)}</span></h3>
      ${visits.length === 0
        ? html`<p class="soft">${t('visits.free')}</p>`
        : html`<ul>
            ${visits.map(
              (visit) => html`<li data-visit=${visit.number}><visit-row brief .visit=${visit}></visit-row></li>`,
            )}
          </ul>`}
    </section>`;
  }

  #go(days) {
    this.from = daysAfter(this.from, days);
  }
}

customElements.define('visit-round', VisitRound);
