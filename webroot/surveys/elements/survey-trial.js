import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './survey-answer.js';

/** A survey as whoever is asked sees it, to try out: nothing is kept or sent. */
class SurveyTrial extends LightElement {
  static properties = { sheet: { attribute: false } };

  #nothing = {};

  render() {
    return html`<p class="hint-box">${t('survey-trial.text')}</p>
      <survey-answer .sheet=${this.sheet} .begun=${this.#nothing}></survey-answer>
      <p class="buttons">
        <button class="quiet" data-action="end-trial" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>
          ${t('close')}
        </button>
      </p>`;
  }
}

customElements.define('survey-trial', SurveyTrial);
