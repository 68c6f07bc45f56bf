import { html, nothing } from 'lit';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import {
  KINDS,
  PICTURES,
  fewest,
  hasChoices,
  hasRoom,
  isScore,
  isTold,
  ofKind,
  said,
  withChoice,
} from '../reading/plans.js';
import './both-languages.js';

/** One question as it is written. */
class QuestionEditor extends LightElement {
  static properties = {
    question: { attribute: false },
    at: { attribute: false },
    last: { attribute: false },
    isOpen: { attribute: false },
    error: { attribute: false },
  };

  render() {
    const { question, at } = this;
    const name = wording(said(question.text)) || t('question-editor.empty');
    return html`<div class="question-head">
        <span class="row-main">${at + 1}. ${name}
          <span class="soft row-line">${t(`question-kind.${question.kind}`)}</span></span>
        <span class="buttons">
          ${this.#move(-1, 'up', '↑', at === 0)} ${this.#move(1, 'down', '↓', at === this.last)}
          <button
            type="button"
            class="quiet"
            data-action="drop"
            aria-label=${t('question-editor.drop', { at: at + 1 })}
            @click=${() => this.#fire('dropped')}
          >×</button>
        </span>
      </div>
      <p class="trouble" role="alert">${this.error ?? ''}</p>
      <details class="disclosure" ?open=${this.isOpen}>
        <summary>${t('question-editor.edit')}</summary>
        <div class="question-parts">${this.#parts()}</div>
      </details>`;
  }

  #move = (by, name, sign, isEnd) => html`<button
    type="button"
    class="quiet"
    data-action=${name}
    aria-label=${t(`question-editor.${name}`, { at: this.at + 1 })}
    ?disabled=${isEnd}
    @click=${() => this.#fire('shifted', by)}
  >${sign}</button>`;

  #parts() {
    const { question } = this;
    const { choosing } = question;
    const chosen = question.kind === 'choice' || (question.kind === 'situation' && question.choices.length > 0);
    return html`${selection({
        name: `${question.key}-kind`,
        label: t('question-editor.kind'),
        options: KINDS.map((kind) => [kind, t(`question-kind.${kind}`)]),
        chosen: question.kind,
        change: ({ target }) => this.#tell(ofKind(question, target.value)),
      })}
      <p class="soft">${t(`question-kind.${question.kind}.text`)}</p>
      ${this.#text('text', t('question-editor.text'), question.text, 300, (text) => ({ text }))}
      ${isTold(question)
        ? this.#text(
            'setting',
            t(`question-editor.${question.kind}`),
            question.setting,
            1000,
            (setting) => ({ setting }),
            question.kind === 'situation',
          )
        : nothing}
      ${isScore(question) ? this.#ends() : nothing} ${hasChoices(question) ? this.#choices() : nothing}
      ${chosen ? html`${this.#tick('many', choosing?.many)} ${this.#tick('other', choosing?.other)}` : nothing}
      ${this.#tick('required', question.required)}`;
  }

  #text = (name, label, texts, most, put, long = false) => html`<both-languages
    .name=${`${this.question.key}-${name}`}
    .label=${label}
    .texts=${texts}
    .most=${most}
    .long=${long}
    @worded=${({ detail }) => this.#tell({ ...this.question, ...put(detail) })}
  ></both-languages>`;

  #ends() {
    const { ends = {} } = this.question;
    return ['low', 'high'].map((end) =>
      this.#text(end, t(`question-editor.${end}`), ends[end], 60, (text) => ({ ends: { ...ends, [end]: text } })),
    );
  }

  #choices() {
    const { question } = this;
    const { choices } = question;
    const put = (at, more) => ({ choices: choices.with(at, { ...choices[at], ...more }) });
    return html`<ol class="choice-rows">
        ${choices.map((choice, at) => html`<li data-choice=${choice.key}>
          ${this.#text(choice.key, t('question-editor.choice', { at: at + 1 }), choice.text, 120, (text) =>
            put(at, { text }),
          )}
          <button
            type="button"
            class="quiet"
            aria-label=${t('question-editor.drop-choice', { at: at + 1 })}
            ?disabled=${choices.length <= fewest(question)}
            @click=${() => this.#tell({ ...question, choices: choices.toSpliced(at, 1) })}
          >×</button>
          ${question.kind === 'picture'
            ? selection({
                name: `${question.key}-${choice.key}-picture`,
                label: t('question-editor.picture'),
                options: PICTURES.map((name) => [name, t(`survey-picture.${name}`)]),
                chosen: choice.picture,
                change: ({ target }) => this.#tell({ ...question, ...put(at, { picture: target.value }) }),
              })
            : nothing}
        </li>`)}
      </ol>
      <p>
        <button
          type="button"
          class="quiet"
          data-action="add-choice"
          ?disabled=${!hasRoom(question)}
          @click=${() => this.#tell(withChoice(question))}
        >${t('question-editor.add-choice')}</button>
      </p>`;
  }

  #tick(name, isOn) {
    const { question } = this;
    const put = (on) => (name === 'required' ? { required: on } : { choosing: { ...question.choosing, [name]: on } });
    return html`<label class="tick">
      <input
        type="checkbox"
        name="${question.key}-${name}"
        .checked=${Boolean(isOn)}
        @change=${({ target }) => this.#tell({ ...question, ...put(target.checked) })}
      />
      <span>${t(`question-editor.${name}`)}</span>
    </label>`;
  }

  #tell(question) {
    this.question = question;
    this.isOpen = true;
    this.#fire('edited', question);
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('question-editor', QuestionEditor);
