import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { weekday } from '../../base/format.js';
import { DAYS, hoursIn, hoursText } from '../../base/reading/hours.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';

/** The hours of a usual week, to be typed; `week` with the week whenever it can be read. */
class WeekHours extends LightElement {
  static properties = { week: { attribute: false }, problem: { attribute: false }, unread: { state: true } };

  constructor() {
    super();
    this.unread = {};
  }

  /** True where nothing was typed that cannot be read; else goes to the first that cannot. */
  isReadable() {
    this.querySelector('[aria-invalid="true"]')?.focus();
    return Object.keys(this.unread).length === 0;
  }

  willUpdate(changed) {
    if (changed.has('week') && changed.get('week') && !this.#isMine) {
      this.unread = {}; // Another calendar, or the same as it was.
    }
    this.#isMine = false;
  }

  #isMine = false;

  render() {
    return html`<div class="card">
      <h2 id="week">${t('calendars.week')}</h2>
      <p class="soft" id="week-hint">${t('calendars.week-hint')}</p>
      <table class="week" aria-labelledby="week">
        <thead class="visually-hidden">
          <tr><th scope="col">${t('calendars.day')}</th><th scope="col">${t('calendars.worked-hours')}</th></tr>
        </thead>
        <tbody>
          ${DAYS.map((day, at) => this.#row(day, weekday(at, 'long')))}
        </tbody>
      </table>
    </div>`;
  }

  #row(day, name) {
    const error = this.#error(day);
    return html`<tr>
      <th scope="row" id="day-${day}">${name}</th>
      <td>
        <input
          name=${day}
          .value=${this.unread[day] ?? hoursText(this.week[day])}
          placeholder=${t('calendars.off')}
          aria-labelledby="day-${day}"
          aria-describedby="week-hint ${day}-error"
          aria-invalid=${error ? 'true' : nothing}
          autocomplete="off"
          spellcheck="false"
          @change=${this.#change}
        />
        <p class="trouble" id="${day}-error" role="alert">${error}</p>
      </td>
    </tr>`;
  }

  #error(day) {
    if (this.unread[day] !== undefined) {
      return t('calendars.unreadable');
    }
    return this.problem?.field?.startsWith(`week.${day}`) ? refusal(this.problem) : '';
  }

  #change = ({ target: { name, value } }) => {
    const intervals = hoursIn(value);
    const { [name]: before, ...unread } = this.unread;
    this.unread = intervals ? unread : { ...unread, [name]: value };
    if (intervals) {
      this.#isMine = true;
      this.dispatchEvent(new CustomEvent('week', { detail: { week: { ...this.week, [name]: intervals } } }));
    }
  };
}

customElements.define('week-hours', WeekHours);
