import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { confirmSolved } from '../requests.js';

/** What a mailed link asks: is it still solved? Opening the link answers nothing; a touch does. */
class StillSolved extends FormElement {
  static properties = {
    token: { attribute: false },
    solved: { state: true },
    text: { state: true },
    lacking: { state: true },
    answered: { state: true },
  };
  static texts = { 404: 'mailed.ended', 409: 'mailed.answered', 410: 'mailed.ended' };

  constructor() {
    super();
    this.text = '';
  }

  render() {
    if (!this.token || this.answered) {
      const about = this.answered ? (this.solved ? 'still-solved.thanks' : 'still-solved.reopened') : 'mailed.ended';
      return html`<section class="notice">
        <h1>${t('still-solved.title')}</h1>
        <p role="status">${t(about)}</p>
      </section>`;
    }
    return html`<form class="notice form mailed" @submit=${this.#send}>
      <h1>${t('still-solved.title')}</h1>
      <p>${t('still-solved.text')}</p>
      ${this.solved === false
        ? html`<div class="entry">
            <label for="not-solved">${t('still-solved.what')}</label>
            <textarea
              id="not-solved"
              name="text"
              maxlength="4000"
              .value=${this.text}
              @input=${({ target }) => (this.text = target.value)}
            ></textarea>
            <p class="trouble" role="alert">${this.lacking ? t('reply.no-text') : (this.wrong('text') ?? '')}</p>
          </div>`
        : nothing}
      ${this.trouble('text')}
      <p class="buttons">
        ${this.solved === false
          ? html`<button class="go" data-action="send" ?disabled=${this.busy}>${t('still-solved.reopen')}</button>`
          : html`<button type="button" class="go" data-action="yes" ?disabled=${this.busy} @click=${this.#yes}>${t(
                'still-solved.yes',
              )}</button>
              <button type="button" class="quiet" data-action="no" @click=${this.#no}>${t('still-solved.no')}</button>`}
      </p>
    </form>`;
  }

  #yes = async () => {
    this.solved = true;
    this.answered = await this.attempt(() => confirmSolved({ token: this.token, solved: true }));
  };

  #no = async () => {
    this.solved = false;
    await this.updateComplete;
    this.querySelector('textarea').focus();
  };

  #send = async (event) => {
    event.preventDefault();
    const text = this.text.trim();
    this.lacking = text === '';
    if (!this.lacking) {
      this.answered = await this.attempt(() => confirmSolved({ token: this.token, solved: false, text }));
    }
  };
}

customElements.define('still-solved', StillSolved);
