import { html, nothing } from 'lit';
import { selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { addressOf, personName } from '../reading/people.js';
import { saveSettings, settings } from '../requests.js';

/** Whoever is told last, when a message is overdue and nobody before them has answered. */
class ChosenPerson extends FormElement {
  static properties = {
    staff: { attribute: false },
    /** For those who may read it and not change it. */
    fixed: { type: Boolean },
    chosen: { state: true },
    saved: { state: true },
  };

  constructor() {
    super();
    this.staff = [];
  }

  firstUpdated() {
    this.attempt(async () => (this.chosen = addressOf((await settings()).chosen)));
  }

  render() {
    const known = this.staff.map(({ email, name }) => [email, name]);
    const options = [['', t('chosen.nobody')], ...known];
    if (this.chosen && !known.some(([email]) => email === this.chosen)) {
      options.push([this.chosen, personName(this.chosen, this.staff)]);
    }
    return html`<form class="card form" @submit=${this.#save}>
      <h2>${t('chosen.title')}</h2>
      <p class="soft">${t('chosen.text')}</p>
      ${this.fixed
        ? html`<p><b>${options.find(([email]) => email === (this.chosen ?? ''))?.[1]}</b></p>`
        : selection({ name: 'chosen', label: t('chosen.label'), options, chosen: this.chosen ?? '' })}
      ${this.trouble()}
      <p role="status" class="said">${this.saved ? t('chosen.saved') : ''}</p>
      ${this.fixed
        ? nothing
        : html`<p class="buttons">
            <button class="go" data-action="save-chosen" ?disabled=${this.busy}>${t('save')}</button>
          </p>`}
    </form>`;
  }

  #save = async (event) => {
    const chosen = submitted(event).chosen || null;
    this.saved = await this.attempt(() => saveSettings({ chosen }));
    this.chosen = chosen ?? '';
  };
}

customElements.define('chosen-person', ChosenPerson);
