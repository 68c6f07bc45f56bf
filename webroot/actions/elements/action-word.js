import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { became } from '../requests.js';

/** Says what became of an action, in a few words. */
class ActionWord extends FormElement {
  static properties = { action: { attribute: false }, outcome: { attribute: false } };

  firstUpdated() {
    this.querySelector('textarea').focus();
  }

  render() {
    const { outcome } = this;
    return html`<form class="form" @submit=${this.#send}>
      <div class="entry">
        <label for="action-word">${t(`action-word.${outcome}`)}</label>
        <textarea id="action-word" name="text" maxlength="1000" ?required=${outcome !== 'worked'}></textarea>
        <p class="soft">${t('action-word.hint')}</p>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="say" ?disabled=${this.busy}>${t(`action.do-${outcome}`)}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { text } = submitted(event);
    const { number } = this.action;
    (await this.attempt(() => became(number, this.outcome, text.trim()))) && this.done();
  };
}

customElements.define('action-word', ActionWord);
