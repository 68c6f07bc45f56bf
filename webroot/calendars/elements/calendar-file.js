import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { agreed } from '../agreed.js';
import { daysFile, importDays, tryDays } from '../requests.js';

/** Holidays from a file and into one; `imported` with what became of it. */
class CalendarFile extends FormElement {
  static properties = {
    code: {},
    saved: { type: Boolean },
    ready: { type: Boolean },
  };
  static texts = { 404: 'calendars.save-first' };

  render() {
    return html`<section class="card" aria-labelledby="calendar-file">
      <h2 id="calendar-file">${t('calendars.file')}</h2>
      <p class="soft">${t('calendars.file-text')}</p>
      <label class="entry">
        <span>${t('calendars.import')}</span>
        <input
          type="file"
          name="file"
          accept=".ics,text/calendar"
          ?disabled=${this.busy || !this.ready}
          @change=${this.#import}
        />
      </label>
      ${this.ready ? nothing : html`<p class="soft">${t('calendars.unsaved')}</p>`}
      ${this.trouble()}
      ${this.saved
        ? html`<p><a class="quiet" href=${daysFile(this.code)} download>${t('calendars.export')}</a></p>`
        : nothing}
    </section>`;
  }

  #import = ({ target }) =>
    this.attempt(async () => {
      const text = await target.files[0].text();
      target.value = ''; // So that the same file can be chosen again.
      if (await agreed(await tryDays(this.code, text))) {
        this.dispatchEvent(new CustomEvent('imported', { detail: await importDays(this.code, text) }));
      }
    });
}

customElements.define('calendar-file', CalendarFile);
