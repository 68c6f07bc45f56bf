import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { howMany } from '../reading/figures.js';
import './choice-figures.js';
import './score-figures.js';
import './theme-board.js';
import './word-map.js';

const TEXTS_AT_ONCE = 50;

/** What was answered to one question, each figure with how many and how sure. */
class QuestionFigures extends LightElement {
  static properties = {
    code: {},
    result: { attribute: false },
    keeps: { type: Boolean },
    meets: { type: Boolean },
    opened: { state: true },
  };

  render() {
    const { result } = this;
    return html`<article class="card question-figures">
      <header>
        <h2>${wording(result.text)}</h2>
        ${result.setting ? html`<blockquote>${wording(result.setting)}</blockquote>` : nothing}
        <p class="soft">${howMany(result)}</p>
      </header>
      ${result.score ? html`<score-figures .result=${result}></score-figures>` : nothing}
      ${result.choices ? html`<choice-figures .result=${result}></choice-figures>` : nothing}
      ${result.words?.length ? html`<word-map .words=${result.words}></word-map>` : nothing}
      ${result.answered && result.textsWithheld
        ? html`<p class="soft">${t('survey-figures.too-few-texts')}</p>`
        : nothing}
      ${this.#themes()} ${result.texts?.length ? this.#texts() : nothing}
    </article>`;
  }

  #themes() {
    const { themes, texts } = this.result;
    return html`${themes.length
        ? html`<ul class="theme-sums">
            ${themes.map(
              ({ name, n, meeting }) => html`<li>
                <strong>${wording(name)}</strong> ${t('survey-figures.answers', { count: n })}
                ${meeting ? html`<a href="/meetings/${meeting}">${t('theme-board.on-agenda')}</a>` : nothing}
              </li>`,
            )}
          </ul>`
        : nothing}
      ${this.keeps && texts?.length
        ? html`<details class="disclosure" @toggle=${({ target }) => (this.opened ||= target.open)}>
            <summary>${t('theme-board.open')}</summary>
            ${this.opened
              ? html`<theme-board .code=${this.code} .question=${this.result.key} .meets=${this.meets}></theme-board>`
              : nothing}
          </details>`
        : nothing}`;
  }

  #texts() {
    const { texts } = this.result;
    return html`<details class="disclosure">
      <summary>${t('survey-figures.all-texts', { count: texts.length })}</summary>
      <ul class="written">
        ${texts.slice(0, this.#most).map(
          ({ text, company }) =>
            html`<li>${text}${company ? html` <span class="soft">${company}</span>` : nothing}</li>`,
        )}
      </ul>
      ${texts.length > this.#most
        ? html`<button type="button" class="quiet" @click=${this.#more}>${t('survey-figures.more-texts')}</button>`
        : nothing}
    </details>`;
  }

  #most = TEXTS_AT_ONCE;

  #more = () => {
    this.#most += TEXTS_AT_ONCE;
    this.requestUpdate();
  };
}

customElements.define('question-figures', QuestionFigures);
