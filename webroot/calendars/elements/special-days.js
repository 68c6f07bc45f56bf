import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { today } from '../../base/format.js';
import { hoursIn } from '../../base/reading/hours.js';
import { t } from '../../base/words.js';
import { byYear, when, worked } from '../reading/calendar.js';

/** Holidays and worked weekend days, by year; `exceptions` with what they are now. */
class SpecialDays extends LightElement {
  static properties = { exceptions: { attribute: false }, wrong: { state: true } };

  render() {
    return html`<div class="card">
      <h2>${t('calendars.special')}</h2>
      ${this.exceptions.length === 0 ? html`<p class="soft">${t('calendars.no-special')}</p>` : nothing}
      ${byYear(this.exceptions).map(([year, days]) => this.#year(year, days))}
      <fieldset class="special" @keydown=${this.#onEnter}>
        <legend>${t('calendars.add')}</legend>
        ${this.#input('from', 'date', t('calendars.from'))}
        ${this.#input('to', 'date', t('calendars.to'))}
        ${this.#input('name', 'text', t('calendars.name'))}
        ${this.#input('hours', 'text', t('calendars.special-hours'), t('calendars.off'))}
        <button type="button" class="quiet" data-action="add" @click=${this.#add}>${t('calendars.add-button')}</button>
        <p class="trouble" role="alert">${this.wrong ?? ''}</p>
      </fieldset>
    </div>`;
  }

  #year(year, days) {
    const isOver = year < today().slice(0, 4);
    return html`<details class="disclosure" data-year=${year} ?open=${!isOver}>
      <summary>${t('calendars.year', { year, count: days.length })}</summary>
      <ul class="rows">
        ${days.map(
          (one) => html`<li data-day=${one.from}>
            <span class="row-main"><b>${when(one)}</b> ${one.name ?? ''} <span class="soft">${worked(one)}</span></span>
            <button
              type="button"
              class="quiet"
              data-action="remove"
              aria-label=${t('calendars.remove-day', { day: when(one) })}
              @click=${() => this.#tell(this.exceptions.filter((other) => other !== one))}
            >${t('calendars.remove')}</button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #input(name, type, label, placeholder = '') {
    return html`<label class="entry">
      <span>${label}</span>
      <input name=${name} type=${type} placeholder=${placeholder} maxlength="100" autocomplete="off" />
    </label>`;
  }

  /** Enter adds the day rather than saving everything. */
  #onEnter = (event) => {
    if (event.key === 'Enter' && event.target.localName === 'input') {
      event.preventDefault();
      this.#add();
    }
  };

  #add = () => {
    const input = (name) => this.querySelector(`input[name=${name}]`);
    const [from, last, name, hours] = ['from', 'to', 'name', 'hours'].map((one) => input(one).value.trim());
    const to = last || from;
    const intervals = hoursIn(hours);
    this.wrong = this.#fault({ from, to, intervals });
    if (!this.wrong) {
      this.#tell([...this.exceptions, { from, to, ...(name && { name }), intervals }]);
      ['from', 'to', 'name', 'hours'].forEach((one) => (input(one).value = ''));
      input('from').focus();
    }
  };

  #fault({ from, to, intervals }) {
    if (!from || to < from) {
      return t('calendars.wrong-days');
    }
    const same = this.exceptions.find((other) => other.from <= to && from <= other.to);
    if (same) {
      return t('calendars.twice', { day: when(same) });
    }
    return intervals ? undefined : t('calendars.unreadable');
  }

  #tell(exceptions) {
    const sorted = [...exceptions].sort((one, other) => (one.from < other.from ? -1 : 1));
    this.dispatchEvent(new CustomEvent('exceptions', { detail: { exceptions: sorted } }));
  }
}

customElements.define('special-days', SpecialDays);
