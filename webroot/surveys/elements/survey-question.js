import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { choose, sayOther, scores } from '../reading/answers.js';
import './picture-answer.js';
import './rank-answer.js';
import './words-answer.js';

const LONGEST = 2000;
const LONGEST_OTHER = 300;

/** One question, answered as its kind is. */
class SurveyQuestion extends LightElement {
  static properties = {
    question: { attribute: false },
    value: { attribute: false },
    /** It has to be answered, and is not. */
    missing: { type: Boolean },
  };

  render() {
    const { question, missing } = this;
    return html`<fieldset
      class="survey-question"
      data-kind=${question.kind}
      aria-describedby="survey-hint survey-missing"
    >
      <legend>
        <h1 tabindex="-1">${wording(question.text)}${question.required ? nothing : html`
          <small class="soft">${t('survey-question.optional')}</small>`}</h1>
      </legend>
      ${question.kind === 'situation' ? html`<p class="survey-setting">${wording(question.setting)}</p>` : nothing}
      <p class="soft" id="survey-hint">${this.#hint()}</p>
      ${this.#answer()}
      <p class="trouble" id="survey-missing" role="alert">${missing ? t('survey-question.missing') : ''}</p>
    </fieldset>`;
  }

  #hint() {
    const { kind, choices, choosing } = this.question;
    if (kind === 'situation') {
      return choices.length > 0 ? t('survey-question.hint.choice') : '';
    }
    return kind === 'choice' ? t(`survey-question.hint.${choosing.many ? 'many' : 'choice'}`) : this.#usual(kind);
  }

  #usual = (kind) => (['rank', 'association', 'picture'].includes(kind) ? t(`survey-question.hint.${kind}`) : '');

  #answer() {
    const { kind, choices } = this.question;
    switch (kind) {
      case 'score-0-10':
      case 'score-1-5':
        return this.#scores();
      case 'choice':
        return this.#choices();
      case 'situation':
        return choices.length > 0 ? this.#choices() : this.#text();
      case 'rank':
        return html`<rank-answer .choices=${choices} .order=${this.value ?? []} @ranked=${this.#pass}></rank-answer>`;
      case 'association':
        return html`<words-answer .words=${this.value ?? []} @worded=${this.#pass}></words-answer>`;
      case 'picture':
        return html`<picture-answer
          .choices=${choices}
          .value=${this.value ?? {}}
          @pictured=${this.#pass}
        ></picture-answer>`;
      default:
        return this.#text();
    }
  }

  #scores() {
    const { kind, ends } = this.question;
    return html`<div class="survey-scores" data-count=${scores(kind).length}>
        ${scores(kind).map((score) => html`<label>
          <input
            type="radio"
            name="score"
            value=${score}
            .checked=${this.value === score}
            @change=${() => this.#say(score)}
          /><span>${score}</span>
        </label>`)}
      </div>
      ${ends
        ? html`<p class="survey-ends soft"><span>${wording(ends.low)}</span><span>${wording(ends.high)}</span></p>`
        : nothing}`;
  }

  #choices() {
    const { choices, choosing } = this.question;
    const { chosen = [], other = '' } = this.value ?? {};
    return html`<div class="survey-choices">
      ${choices.map(({ key, text }) => html`<label>
        <input
          type=${choosing.many ? 'checkbox' : 'radio'}
          name="choice"
          value=${key}
          .checked=${chosen.includes(key)}
          @change=${() => this.#say(choose(this.question, this.value, key))}
        /><span>${wording(text)}</span>
      </label>`)}
      ${choosing.other
        ? html`<div class="entry">
            <label for="survey-other">${t('survey-question.other')}</label>
            <input
              id="survey-other"
              name="other"
              maxlength=${LONGEST_OTHER}
              .value=${other}
              autocomplete="off"
              @input=${({ target }) => this.#say(sayOther(this.question, this.value, target.value))}
            />
          </div>`
        : nothing}
    </div>`;
  }

  #text() {
    const { kind, setting, text } = this.question;
    return html`<div class="entry">
      ${kind === 'completion'
        ? html`<label for="survey-text" class="survey-beginning">${wording(setting)}</label>`
        : html`<label for="survey-text" class="visually-hidden">${wording(text)}</label>`}
      <textarea
        id="survey-text"
        name="text"
        rows="5"
        maxlength=${LONGEST}
        .value=${this.value ?? ''}
        @input=${({ target }) => this.#say(target.value)}
      ></textarea>
    </div>`;
  }

  #pass = ({ detail }) => this.#say(detail);

  #say(detail) {
    this.dispatchEvent(new CustomEvent('answered', { detail }));
  }
}

customElements.define('survey-question', SurveyQuestion);
