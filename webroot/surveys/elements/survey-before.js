import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';

const DONE = ['done', 'worked'];

/** What came of the round before, with which this one begins: what is done because of what was said. */
class SurveyBefore extends LightElement {
  static properties = { before: { attribute: false } };

  render() {
    const { words, deeds } = this.before;
    return html`<aside class="survey-before" aria-labelledby="survey-before">
      <h2 id="survey-before">${t('survey-before.title')}</h2>
      ${deeds.length === 0 ? html`<p class="survey-words">${wording(words)}</p>` : nothing}
      <ul>
        ${deeds.map(
          ({ text, due, state }) => html`<li>
            ${wording(text)}
            <span class="chip ${DONE.includes(state) ? 'ok' : ''}">${this.#stands(state, due)}</span>
          </li>`,
        )}
      </ul>
    </aside>`;
  }

  #stands(state, due) {
    if (state === 'withdrawn') {
      return t('survey-before.withdrawn');
    }
    return DONE.includes(state) ? t('survey-before.done') : t('survey-before.by', { day: date(due) });
  }
}

customElements.define('survey-before', SurveyBefore);
