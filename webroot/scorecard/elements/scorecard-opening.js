import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { selection } from '../../base/elements/field.js';
import { t } from '../../base/words.js';
import { open } from '../requests.js';

const CHOICES = ['nobody', 'customers', 'public'];

/** To whom the months that are frozen are opened. */
class ScorecardOpening extends FormElement {
  static properties = { setting: { attribute: false }, keeps: { attribute: false }, saved: { state: true } };

  render() {
    const { opened } = this.setting;
    if (!this.keeps) {
      return html`<p>${t('scorecard.is-opened', { to: t(`scorecard.opened-${opened}`) })}</p>`;
    }
    return html`<section class="card" aria-label=${t('scorecard.opened')}>
      ${selection({
        name: 'opened',
        label: t('scorecard.opened'),
        options: CHOICES.map((one) => [one, t(`scorecard.opened-${one}`)]),
        chosen: opened,
        change: ({ target }) => this.#open(target),
      })}
      <p class="soft">${t(`scorecard.opened-${opened}-text`)}</p>
      ${this.trouble()}
      <p role="status">${this.saved ? t('scorecard.opened-saved') : nothing}</p>
    </section>`;
  }

  async #open(select) {
    let setting;
    this.saved = await this.attempt(async () => (setting = await open(select.value)));
    if (this.saved) {
      this.done(setting);
    } else {
      select.value = this.setting.opened;
    }
  }
}

customElements.define('scorecard-opening', ScorecardOpening);
