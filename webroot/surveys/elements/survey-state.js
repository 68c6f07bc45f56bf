import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/** How far a survey is, in a word. */
class SurveyState extends LightElement {
  static properties = { survey: { attribute: false } };

  render() {
    const { state, opens } = this.survey;
    const word = state === 'open' && Date.parse(opens) > Date.now() ? 'planned' : state;
    return html`<span class="chip ${word === 'open' ? 'ok' : ''}" data-state=${word}>
      ${t(`survey-state.${word}`)}
    </span>`;
  }
}

customElements.define('survey-state', SurveyState);
