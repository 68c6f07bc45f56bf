import { html } from 'lit';
import { submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { close, reopen } from '../requests.js';
import { VoiceForm } from './voice-form.js';

/** Closes a message with a last word, or opens it again with the reason. */
class CloseForm extends VoiceForm {
  render() {
    const about = this.#isClosed() ? 'reopen' : 'close';
    return html`<form class="form" @submit=${this.#send}>
      <h2>${t(`${about}.title`)}</h2>
      <p class="soft">${t(`${about}.text`)}</p>
      <div class="entry">
        <label for="close-text">${t(`${about}.label`)}</label>
        <textarea id="close-text" name="text" maxlength="4000" ?required=${this.#isClosed()}></textarea>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="${about}-now" ?disabled=${this.busy}>${t(`${about}.go`)}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #isClosed = () => this.page.state === 'closed';

  #send = (event) => {
    const text = submitted(event).text.trim();
    this.act(async (page) =>
      this.done(await (this.#isClosed() ? reopen(page, { text }) : close(page, text ? { text } : {}))),
    );
  };
}

customElements.define('close-form', CloseForm);
