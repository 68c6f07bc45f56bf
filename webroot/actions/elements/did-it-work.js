import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { answers } from '../reading/actions.js';
import { answer, lookAt } from '../requests.js';
import './it-worked.js';

/** What a mailed link asks: did it work? Opening the link answers nothing; a touch does. */
class DidItWork extends FormElement {
  static properties = { token: { attribute: false }, action: { state: true }, worked: { state: true } };
  static texts = { 404: 'did-it-work.over', 409: 'did-it-work.changed', 410: 'did-it-work.over' };

  firstUpdated() {
    this.token && this.attempt(async () => (this.action = await lookAt(this.token)));
  }

  render() {
    const { action } = this;
    if (!action || this.worked !== undefined) {
      return html`<section class="notice">
        <h1>${t('did-it-work.title')}</h1>
        <p role="status">${this.#instead()}</p>
      </section>`;
    }
    return html`<section class="notice did-it-work">
      <h1>${t('did-it-work.title')}</h1>
      <blockquote class="said-before">
        <b>${action.text}</b>
        ${answers(action) ? html`<span class="soft">${answers(action)}</span>` : nothing}
      </blockquote>
      ${action.closing
        ? html`<p>${t('did-it-work.done', { day: day(action.closing.at), owner: action.owner.name })}</p>
            <p class="said-words">${action.closing.text}</p>`
        : nothing}
      <it-worked .action=${action} .send=${this.#send} @done=${({ detail }) => (this.worked = detail)}></it-worked>
    </section>`;
  }

  #send = (worked, text) => answer({ token: this.token, worked, ...(text ? { text } : {}) });

  #instead() {
    if (this.worked !== undefined) {
      return t(this.worked ? 'did-it-work.thanks' : 'did-it-work.reopened');
    }
    return this.token && this.busy ? t('loading') : refusal(this.problem ?? { status: 410 }, DidItWork.texts);
  }
}

customElements.define('did-it-work', DidItWork);
