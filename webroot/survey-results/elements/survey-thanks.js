import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { tellThanks, thanks } from '../requests.js';
import './thanks-form.js';

/** The results brought back to those who answered: written, looked at, told once. */
class SurveyThanks extends FormElement {
  static properties = {
    page: { attribute: false },
    keeps: { type: Boolean },
    kept: { state: true },
    editing: { state: true },
    told: { state: true },
  };
  static texts = { 409: 'survey-thanks.not-now' };

  #key = newKey();

  firstUpdated() {
    this.#read();
  }

  #read = () => this.attempt(async () => (this.kept = await thanks(this.page.survey.code)));

  render() {
    return html`<section class="card" aria-labelledby="thanks">
      <h2 id="thanks">${t('survey-thanks.title')}</h2>
      ${this.kept ? this.#shown() : nothing} ${this.trouble()}
      <p role="status">${this.told === undefined ? '' : t('survey-thanks.told-now', { count: this.told })}</p>
    </section>`;
  }

  #shown() {
    const { kept } = this;
    if (this.editing) {
      return html`<thanks-form
        .code=${this.page.survey.code}
        .kept=${kept}
        @done=${this.#edited}
      ></thanks-form>`;
    }
    if (!kept.words) {
      return html`<p class="soft">${t('survey-thanks.none')}</p>
        ${this.#edit('survey-thanks.write')}`;
    }
    return html`<p class="written-thanks">${wording(kept.words)}</p>
      <ul class="theme-sums">
        ${kept.deeds.map(
          ({ deed, action }) => html`<li>
            ${wording(deed.text)} <span class="soft">${t('survey-thanks.by', { day: date(deed.due) })}</span>
            ${action
              ? html`<a href="/actions/${action}">${t('survey-thanks.action', { number: action })}</a>`
              : nothing}
          </li>`,
        )}
      </ul>
      ${kept.told
        ? html`<p class="soft">${t('survey-thanks.told-by', { by: kept.told.by, when: when(kept.told.at) })}</p>`
        : this.#tell()}`;
  }

  #edit = (words) =>
    this.keeps
      ? html`<p class="buttons">
          <button type="button" class="quiet" data-action="edit-thanks" @click=${() => (this.editing = true)}>
            ${t(words)}
          </button>
        </p>`
      : nothing;

  #tell() {
    const isClosed = this.page.survey.state === 'closed';
    return html`${this.#edit('survey-thanks.edit')}
    ${isClosed ? nothing : html`<p class="soft">${t('survey-thanks.still-open')}</p>`}
    ${this.keeps && isClosed
      ? html`<p class="buttons">
          <button type="button" class="go" data-action="tell-thanks" ?disabled=${this.busy} @click=${this.#tellAll}>
            ${t('survey-thanks.tell', { count: this.page.answered })}
          </button>
        </p>`
      : nothing}`;
  }

  #edited = ({ detail }) => {
    this.editing = false;
    detail && this.#read();
  };

  #tellAll = async () => {
    const isSure = await confirmed({
      title: t('survey-thanks.tell', { count: this.page.answered }),
      text: t('survey-thanks.tell-sure'),
      go: t('survey-thanks.tell-go'),
    });
    if (isSure) {
      const told = await this.attempt(async () => {
        this.told = (await tellThanks(this.page.survey.code, this.#key)).told;
      });
      told && this.#read();
    }
  };
}

customElements.define('survey-thanks', SurveyThanks);
