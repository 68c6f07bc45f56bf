import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { companiesShown } from '../reading/plans.js';
import { findCompanies, oneCompany } from '../requests.js';

const PAUSE_MILLIS = 300;

/** Chooses companies by their names: boxes of the form around it, those that are chosen first. */
class AskedCompanies extends LightElement {
  static properties = {
    /** The codes of those that are chosen as it begins. */
    codes: { attribute: false },
    error: { attribute: false },
    chosen: { state: true },
    found: { state: true },
    asked: { state: true },
  };

  #timer;
  #names = new Map();

  constructor() {
    super();
    Object.assign(this, { codes: [], chosen: [], found: [], asked: '' });
  }

  willUpdate(changed) {
    if (changed.has('codes') && this.codes.join() !== this.chosen.join()) {
      this.chosen = this.codes;
      this.codes.filter((code) => !this.#names.has(code)).forEach(this.#name);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const shown = companiesShown(this.chosen, this.found);
    return html`<div class="entry">
        <label for="survey-companies">${t('survey-editor.companies')}</label>
        <input
          id="survey-companies"
          type="search"
          autocomplete="off"
          aria-describedby="survey-companies-hint survey-companies-error"
          aria-invalid=${this.error ? 'true' : nothing}
          @input=${this.#search}
          @keydown=${this.#stay}
        />
        <p class="soft" id="survey-companies-hint">${t('survey-editor.companies-hint')}</p>
        <p class="trouble" id="survey-companies-error" role="alert">${this.error ?? ''}</p>
      </div>
      <div role="status">${this.asked && this.found.length === 0 ? t('survey-editor.no-company') : ''}</div>
      ${shown.length > 0
        ? html`<fieldset class="ticks">
            <legend>${t('survey-editor.chosen')}</legend>
            ${shown.map(this.#tick)}
          </fieldset>`
        : nothing}`;
  }

  #tick = (code) => html`<label>
    <input
      type="checkbox"
      name="companies"
      value=${code}
      .checked=${this.chosen.includes(code)}
      @change=${({ target }) => this.#choose(code, target.checked)}
    />
    <span>${this.#names.get(code) ?? code}<small class="soft">${code}</small></span>
  </label>`;

  #choose(code, isChosen) {
    const others = this.chosen.filter((one) => one !== code);
    this.chosen = isChosen ? [...others, code] : others;
    this.found = isChosen || this.found.includes(code) ? this.found : [...this.found, code];
  }

  #name = async (code) => {
    const { name } = await oneCompany(code).catch(() => ({ name: code })); // Its code says who it is, too.
    this.#names.set(code, name);
    this.requestUpdate();
  };

  #search = ({ target }) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(target.value.trim()), PAUSE_MILLIS);
  };

  /** Enter searches, and saves nothing. */
  #stay = (event) => event.key === 'Enter' && event.preventDefault();

  async #ask(text) {
    this.asked = text;
    const { companies = [] } = text === '' ? {} : await findCompanies(text).catch(() => ({}));
    if (this.asked === text) {
      companies.forEach(({ code, name }) => this.#names.set(code, name));
      this.found = companies.map(({ code }) => code);
    }
  }
}

customElements.define('asked-companies', AskedCompanies);
