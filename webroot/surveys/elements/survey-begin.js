import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { language, t, wording } from '../../base/words.js';
import { begun, blankQuestion, codeOf, planSent } from '../reading/plans.js';
import { models, save, surveys } from '../requests.js';

const BLANK = '';

/** Begins a survey: from one that is ready, or from nothing. */
class SurveyBegin extends FormElement {
  static properties = { models: { state: true }, known: { state: true } };

  firstUpdated() {
    this.attempt(async () => {
      const [ready, there] = await Promise.all([models(), surveys()]);
      this.known = there.surveys.map(({ code }) => code);
      this.models = ready.models;
    });
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#make}>
      <h2>${t('survey-begin.title')}</h2>
      <fieldset class="ticks">
        <legend>${t('survey-begin.from')}</legend>
        ${(this.models ?? []).map((model, at) => this.#choice(model.key, wording(model.title), this.#about(model), at))}
        ${this.models ? this.#choice(BLANK, t('survey-begin.blank'), t('survey-begin.blank-text')) : t('loading')}
      </fieldset>
      ${field({
        id: 'survey-title',
        name: 'title',
        label: t('survey-begin.name'),
        hint: t('survey-begin.name-hint'),
        required: false,
        maxlength: 120,
        error: this.wrong('title'),
      })}
      ${this.trouble('title')}
      <p class="buttons">
        <button class="go" data-action="begin-survey" ?disabled=${this.busy || !this.models}>
          ${t('survey-begin.go')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #about = ({ occasion, privacy, questions }) =>
    `${t(`survey-occasion.${occasion}`)} · ${t(`survey-privacy.${privacy}`)} · ${t('survey-begin.questions', {
      count: questions.length,
    })}`;

  #choice = (value, label, about, at) => html`<label>
    <input type="radio" name="model" value=${value} .checked=${at === 0} />
    <span>${label}<small class="soft">${about}</small></span>
  </label>`;

  #make = (event) => {
    const { model: key, title } = submitted(event);
    const model = this.models.find((one) => one.key === key);
    const wrong = model || title.trim() ? [] : [{ field: 'title', said: t('survey-begin.needs-name') }];
    if (!this.fine(event.target, { wrong })) {
      return;
    }
    const plan = begun(model);
    const blank = { ...blankQuestion([]), text: { [language()]: t('survey-begin.first-question') } };
    this.attempt(async () => {
      const saved = await save(
        this.#free(codeOf(title) || key || 'survey'),
        planSent({
          ...plan,
          title: title.trim() ? { [language()]: title.trim() } : plan.title,
          introduction: plan.introduction ?? { [language()]: t('survey-begin.introduction') },
          questions: model ? plan.questions : [blank],
        }),
      );
      this.done(saved.code);
    });
  };

  /** Never one that is there: that would be changed. */
  #free(code) {
    let n = 2;
    let free = code;
    while (this.known.includes(free)) {
      free = `${code}-${n++}`;
    }
    return free;
  }
}

customElements.define('survey-begin', SurveyBegin);
