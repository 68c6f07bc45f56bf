import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { isAnswered, sent } from '../reading/answers.js';
import './survey-before.js';
import './survey-question.js';

/** One question a screen: who may know, the questions, and once more who may know before it is sent. */
class SurveyAnswer extends FormElement {
  static properties = {
    sheet: { attribute: false },
    /** What was answered before. */
    begun: { attribute: false },
    /** Sends it; absent where it is only tried out. */
    send: { attribute: false },
    /** -1 before the first question, as many as there are behind the last. */
    at: { state: true },
    answers: { state: true },
    missing: { state: true },
    isSent: { state: true },
  };
  static texts = { 409: 'survey-answer.before', 410: 'survey-answer.over' };

  constructor() {
    super();
    this.at = -1;
  }

  willUpdate(changed) {
    if (changed.has('begun')) {
      this.answers = { ...this.begun };
    }
  }

  /** Whoever listens hears the question, whoever types is where it is answered. */
  async updated(changed) {
    if ((changed.has('at') && changed.get('at') !== undefined) || (changed.has('isSent') && this.isSent)) {
      await this.querySelector('survey-question')?.updateComplete;
      this.querySelector('h1')?.focus();
    }
  }

  render() {
    if (this.isSent) {
      return html`<section class="survey-sheet">
        <h1 tabindex="-1">${t(this.send ? 'survey-answer.thanks' : 'survey-answer.tried')}</h1>
        <p>${this.send ? t('survey-answer.thanks-text') : t('survey-answer.tried-text')}</p>
      </section>`;
    }
    const { questions } = this.sheet;
    return html`<form class="survey-sheet" novalidate @submit=${this.#next}>
      ${this.at < 0 ? this.#welcome() : this.at < questions.length ? this.#question(questions) : this.#end(questions)}
    </form>`;
  }

  #welcome() {
    const { title, introduction, closes, about, questions, before } = this.sheet;
    return html`<h1 tabindex="-1">${wording(title)}</h1>
      ${about ? html`<p class="soft">${t('survey-answer.about', { about })}</p>` : nothing}
      <p class="survey-words">${wording(introduction)}</p>
      ${before ? html`<survey-before .before=${before}></survey-before>` : nothing}
      ${this.#privacy()}
      <p class="soft">${t('survey-answer.length', { count: questions.length })}
        ${closes ? t('survey-answer.until', { moment: when(closes) }) : nothing}</p>
      ${isAnswered(questions[0], this.answers[questions[0].key])
        ? html`<p class="soft">${t('survey-answer.filled')}</p>`
        : nothing}
      <p class="buttons"><button class="go" data-action="begin">${t('survey-answer.begin')}</button></p>`;
  }

  #privacy() {
    const { privacy, you } = this.sheet;
    return html`<div class="survey-privacy" data-privacy=${privacy}>
      <b>${t(`survey-privacy.${privacy}`)}</b>
      <p>${t(`survey-privacy.${privacy}.text`, { name: you?.name ?? '', company: you?.company ?? '' })}</p>
    </div>`;
  }

  #question(questions) {
    const question = questions[this.at];
    return html`<div class="survey-progress">
        <span class="soft">${t('survey-answer.at', { at: this.at + 1, all: questions.length })}</span>
        <progress
          max=${questions.length}
          value=${this.at + 1}
          aria-label=${t('survey-answer.at', { at: this.at + 1, all: questions.length })}
        ></progress>
      </div>
      ${keyed(
        question.key,
        html`<survey-question
          .question=${question}
          .value=${this.answers[question.key]}
          .missing=${this.missing}
          @answered=${({ detail }) => this.#answer(question, detail)}
        ></survey-question>`,
      )}
      ${this.#buttons(html`<button class="go" data-action="next">${t('survey-answer.next')}</button>`)}`;
  }

  #end(questions) {
    const count = Object.keys(sent(questions, this.answers)).length;
    return html`<h1 tabindex="-1">${t('survey-answer.end')}</h1>
      <p>${t('survey-answer.answered', { count, all: questions.length })}</p>
      ${this.#privacy()}
      ${this.sheet.privacy === 'anonymous'
        ? html`<p class="soft">${t('survey-answer.words-tell')}</p>
            <label class="tick">
              <input type="checkbox" name="keep" />
              <span>${t('survey-answer.keep')}<small class="soft">${t('survey-answer.keep-text')}</small></span>
            </label>`
        : html`<label class="tick">
            <input type="checkbox" name="follow" />
            <span>${t('survey-answer.follow')}
              <small class="soft">${t(`survey-answer.follow.${this.sheet.privacy}`)}</small></span>
          </label>`}
      ${this.trouble()}
      ${this.#buttons(html`<button class="go" data-action="send" ?disabled=${this.busy}>
        ${t(this.send ? 'survey-answer.send' : 'survey-answer.try-end')}
      </button>`)}`;
  }

  #buttons = (go) => html`<p class="buttons survey-buttons">
    <button type="button" class="quiet" data-action="back" @click=${() => (this.at -= 1)}>
      ${t('survey-answer.back')}
    </button>
    ${go}
  </p>`;

  #answer(question, value) {
    this.missing = false;
    this.answers = { ...this.answers, [question.key]: value };
    this.dispatchEvent(new CustomEvent('changed', { detail: sent(this.sheet.questions, this.answers) }));
  }

  #next = (event) => {
    event.preventDefault();
    const { questions } = this.sheet;
    if (this.at >= questions.length) {
      this.#send(event.target);
      return;
    }
    const question = questions[this.at];
    this.missing = Boolean(question?.required) && !isAnswered(question, this.answers[question.key]);
    if (!this.missing) {
      this.at += 1;
    }
  };

  #send(form) {
    const { follow, keep } = form.elements;
    const answers = sent(this.sheet.questions, this.answers);
    this.attempt(async () => {
      await this.send?.(follow?.checked ? { answers, mayFollowUp: true } : { answers }, Boolean(keep?.checked));
      this.isSent = true;
      this.dispatchEvent(new CustomEvent('sent'));
    });
  }
}

customElements.define('survey-answer', SurveyAnswer);
