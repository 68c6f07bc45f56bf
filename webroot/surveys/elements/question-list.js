import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { moved } from '../reading/answers.js';
import { MOST_QUESTIONS, blankQuestion } from '../reading/plans.js';
import './question-editor.js';

/** The questions of a survey in their order, which buttons and keys change. */
class QuestionList extends LightElement {
  static properties = {
    questions: { attribute: false },
    /** The field that was refused, and why, where it is one of these. */
    field: { attribute: false },
    problem: { attribute: false },
    told: { state: true },
    opened: { state: true },
  };

  render() {
    const { questions } = this;
    return html`<section class="form" aria-labelledby="survey-questions">
      <h3 id="survey-questions">${t('question-list.title', { count: questions.length })}</h3>
      <ol class="question-rows">
        ${questions.map((question, at) => html`<li data-question=${question.key}>
          <question-editor
            .question=${question}
            .at=${at}
            .last=${questions.length - 1}
            .isOpen=${this.opened === question.key || this.#isWrong(at)}
            .error=${this.#isWrong(at) ? this.problem : ''}
            @edited=${({ detail }) => this.#tell(questions.with(at, detail))}
            @shifted=${({ detail }) => this.#shift(question.key, at, detail)}
            @dropped=${() => this.#drop(at)}
          ></question-editor>
        </li>`)}
      </ol>
      <p>
        <button
          type="button"
          class="quiet"
          data-action="add-question"
          ?disabled=${questions.length >= MOST_QUESTIONS}
          @click=${this.#add}
        >${t('question-list.add')}</button>
      </p>
      <p class="trouble" role="alert">${this.field === 'questions' ? this.problem : ''}</p>
      <p class="visually-hidden" role="status">${this.told ?? ''}</p>
    </section>`;
  }

  #isWrong = (at) => Boolean(this.field?.startsWith(`questions[${at}]`));

  #add = () => {
    const question = blankQuestion(this.questions);
    this.opened = question.key;
    this.#tell([...this.questions, question]);
    this.#focus(question.key, 'input');
  };

  #drop(at) {
    this.told = t('question-list.dropped', { at: at + 1 });
    this.#tell(this.questions.toSpliced(at, 1));
    this.updateComplete.then(() => this.querySelector('[data-action=add-question]').focus());
  }

  #shift(key, at, by) {
    this.told = t('question-list.moved', { at: at + by + 1 });
    this.#tell(moved(this.questions, at, by));
    this.#focus(key, `[data-action=${by < 0 ? 'up' : 'down'}]:enabled`);
  }

  /** Whoever moves it by keys goes on with the same one. */
  async #focus(key, wanted) {
    await this.updateComplete;
    const row = this.querySelector(`li[data-question="${CSS.escape(key)}"]`);
    await row?.querySelector('question-editor').updateComplete;
    (row?.querySelector(wanted) ?? row?.querySelector('summary'))?.focus();
  }

  #tell(questions) {
    this.questions = questions;
    this.dispatchEvent(new CustomEvent('asked', { detail: questions }));
  }
}

customElements.define('question-list', QuestionList);
