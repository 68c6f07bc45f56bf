import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { field } from '../../base/elements/field.js';
import { LANGUAGES, t, wording } from '../../base/words.js';
import { alarms, saveAlarms } from '../requests.js';

const USUAL = { 'score-0-10': 6, 'score-1-5': 2 };
const LOWEST = { 'score-0-10': -1, 'score-1-5': 0 };
const HIGHEST = { 'score-0-10': 10, 'score-1-5': 5 };

/** What in an answer opens a message by itself: words, and low scores. */
class AlarmForm extends FormElement {
  static properties = {
    code: {},
    questions: { attribute: false },
    rules: { state: true },
    saved: { state: true },
  };

  firstUpdated() {
    this.attempt(async () => (this.rules = await alarms(this.code)));
  }

  render() {
    return this.rules ? this.#form() : this.trouble();
  }

  #form() {
    const tags = Object.keys(LANGUAGES);
    return html`<form class="form" novalidate @submit=${this.#save} @input=${() => (this.saved = false)}>
      <p class="soft">${t('survey-alarms.hint')}</p>
      ${this.#scored().map((question) =>
        field({
          id: `score-${question.key}`,
          name: `scores.${question.key}`,
          type: 'number',
          label: t('survey-alarms.score', { question: wording(question.text) }),
          hint: t('survey-alarms.never', { lowest: LOWEST[question.kind] }),
          value: this.rules.scores[question.key] ?? USUAL[question.kind],
          min: LOWEST[question.kind],
          max: HIGHEST[question.kind],
          step: 1,
          error: this.wrong(`scores.${question.key}`),
        }),
      )}
      <div class="survey-languages">${tags.map((tag) => this.#words(tag))}</div>
      ${this.trouble(...tags.map((tag) => `words.${tag}`), ...this.#scored().map(({ key }) => `scores.${key}`))}
      <p class="buttons">
        <button class="quiet" data-action="save-alarms" ?disabled=${this.busy}>${t('save')}</button>
        <span role="status">${this.saved ? t('survey-alarms.saved') : ''}</span>
      </p>
    </form>`;
  }

  #scored = () => this.questions.filter(({ kind }) => kind in USUAL);

  #words(tag) {
    const name = `words.${tag}`;
    const error = this.wrong(name);
    return html`<div class="entry">
      <label for="alarm-${tag}">${t('survey-alarms.words', { language: LANGUAGES[tag] })}</label>
      <textarea
        id="alarm-${tag}"
        name=${name}
        lang=${tag}
        rows="6"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="alarm-${tag}-error"
        .defaultValue=${(this.rules.words[tag] ?? []).join('\n')}
      ></textarea>
      <p class="trouble" id="alarm-${tag}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #save = async (event) => {
    event.preventDefault();
    const { elements } = event.target;
    if (!this.fine(event.target)) {
      return;
    }
    const words = Object.fromEntries(
      Object.keys(LANGUAGES).map((tag) => [
        tag,
        elements[`words.${tag}`].value.split('\n').map((word) => word.trim()).filter(Boolean),
      ]),
    );
    const scores = Object.fromEntries(
      this.#scored().map(({ key }) => [key, Number(elements[`scores.${key}`].value)]),
    );
    this.saved = await this.attempt(async () => (this.rules = await saveAlarms(this.code, { words, scores })));
  };
}

customElements.define('alarm-form', AlarmForm);
