import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { chooseMails, mails } from '../requests.js';

/** Which mails about actions its reader gets; each can be left by its own link, too. */
class ActionMails extends FormElement {
  static properties = { all: { state: true } };

  render() {
    return html`<details class="disclosure" @toggle=${this.#open}>
      <summary>${t('action-mails.title')}</summary>
      ${this.all
        ? html`<fieldset class="ticks">
            <legend class="visually-hidden">${t('action-mails.title')}</legend>
            ${this.all.map(({ topic, sent }) => html`<label>
              <input
                type="checkbox"
                name=${topic}
                .checked=${sent}
                @change=${({ target }) => this.#choose(topic, target.checked)}
              />
              <span>${t(`topic.${topic}`)}<small class="soft">${t(`topic.${topic}.text`)}</small></span>
            </label>`)}
          </fieldset>`
        : nothing}
      ${this.trouble()}
    </details>`;
  }

  #open = () => this.all || this.attempt(async () => (this.all = (await mails()).mails));

  #choose(topic, sent) {
    this.attempt(async () => (this.all = (await chooseMails([{ topic, sent }])).mails));
  }
}

customElements.define('action-mails', ActionMails);
