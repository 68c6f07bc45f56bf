import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { weekText } from '../../base/reading/hours.js';
import { t } from '../../base/words.js';
import { PRESETS } from '../reading/hours.js';
import { saveHours } from '../requests.js';

/** When the plant works: one of three weeks, to be refined where calendars are kept. */
class SetupHours extends FormElement {
  static properties = { there: { attribute: false } };

  render() {
    if (this.there) {
      return html`<p>${t('setup.hours.there')} <a href="/calendars">${t('setup.hours.change')}</a></p>`;
    }
    return html`<form class="form" data-form="hours" @submit=${this.#save}>
      <fieldset class="setup-choice">
        <legend>${t('setup.hours.legend')}</legend>
        ${Object.entries(PRESETS).map(
          ([name, week], at) => html`<label>
            <input type="radio" name="preset" value=${name} ?checked=${at === 0} />
            <span>${t(`setup.hours.${name}`)}<small class="soft">${weekText(week)}</small></span>
          </label>`,
        )}
      </fieldset>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('setup.hours.save')}</button>
      </p>
    </form>`;
  }

  async #save(event) {
    const { preset } = submitted(event);
    const calendar = { name: t(`setup.hours.${preset}`), week: PRESETS[preset] };
    (await this.attempt(() => saveHours(calendar))) && this.done();
  }
}

customElements.define('setup-hours', SetupHours);
