import { html, nothing } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { changeSettings, settings } from '../requests.js';

/** What administrators demand of everybody who works here. */
class StaffSettings extends FormElement {
  static properties = { me: { attribute: false }, values: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.values = await settings()));
  }

  render() {
    return html`<section class="card" aria-labelledby="settings">
      <h2 id="settings">${t('settings.title')}</h2>
      ${this.values
        ? html`<label class="tick">
            <input
              type="checkbox"
              name="secondFactorForStaff"
              .checked=${this.values.secondFactorForStaff}
              ?disabled=${this.busy}
              @change=${this.#change}
            />
            <span>${t('settings.second-factor')}<small class="soft">${t('settings.second-factor-text')}</small></span>
          </label>`
        : nothing}
      ${this.values?.secondFactorForStaff && !this.me.secondFactor
        ? html`<div class="hint-box" role="status" data-about="own-second-factor">
            <p>${t('settings.second-factor-own')}</p>
            <p><a href="/account">${t('settings.second-factor-go')}</a></p>
          </div>`
        : nothing}
      ${this.trouble()}
    </section>`;
  }

  async #change({ target }) {
    const values = { ...this.values, secondFactorForStaff: target.checked };
    if (await this.attempt(() => proved(this.me, () => changeSettings(values)))) {
      this.values = values;
    } else {
      target.checked = this.values.secondFactorForStaff; // It is not what was not accepted.
    }
  }
}

customElements.define('staff-settings', StaffSettings);
