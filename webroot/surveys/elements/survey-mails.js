import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { chooseMails, mails } from '../requests.js';

/** Whether its reader is asked by surveys. */
class SurveyMails extends FormElement {
  static properties = { isAsked: { state: true } };

  render() {
    return html`<details class="disclosure" @toggle=${this.#open}>
      <summary>${t('survey-mails.title')}</summary>
      ${this.isAsked === undefined
        ? nothing
        : html`<label class="tick">
            <input
              type="checkbox"
              name="surveys"
              .checked=${this.isAsked}
              @change=${({ target }) => this.#choose(target.checked)}
            />
            <span>${t('survey-mails.ask')}<small class="soft">${t('topic.surveys.text')}</small></span>
          </label>`}
      ${this.trouble()}
    </details>`;
  }

  #open = () => {
    if (this.isAsked === undefined) {
      this.attempt(async () => (this.isAsked = (await mails()).asked));
    }
  };

  #choose(wanted) {
    this.attempt(async () => (this.isAsked = (await chooseMails(wanted)).asked));
  }
}

customElements.define('survey-mails', SurveyMails);
