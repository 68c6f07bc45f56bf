import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { askedByMail, confirmSolved } from '../requests.js';

/** What a mailed link asks: is it still solved? Opening the link answers nothing; a touch does. */
class StillSolved extends FormElement {
  static properties = {
    token: { attribute: false },
    question: { state: true },
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

  firstUpdated() {
    this.token && this.attempt(async () => (this.question = await askedByMail(this.token)));
  }

  render() {
    if (!this.question || this.answered) {
      return html`<section class="notice">
        <h1>${t('still-solved.title')}</h1>
        <p role="status">${this.#instead()}</p>
      </section>`;
    }
    const { title, order, closedAt } = this.question;
    return html`<form class="notice form mailed" @submit=${this.#send}>
      <h1>${t('still-solved.title')}</h1>
      <blockquote class="mailed-about"><b>${title}</b> <span class="soft">${order}</span></blockquote>
      <p>${t('still-solved.text', { day: day(closedAt) })}</p>
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
          ? this.#button('go', 'send', 'still-solved.reopen')
          : html`${this.#button('go', 'yes', 'still-solved.yes', this.#yes)}
              ${this.#button('quiet', 'no', 'still-solved.no', this.#no)}`}
      </p>
    </form>`;
  }

  #instead() {
    if (this.answered) {
      return t(this.solved ? 'still-solved.thanks' : 'still-solved.reopened');
    }
    return this.token && this.busy ? t('loading') : refusal(this.problem ?? { status: 410 }, StillSolved.texts);
  }

  #button(look, action, words, act) {
    return html`<button
      type=${act ? 'button' : 'submit'}
      class=${look}
      data-action=${action}
      ?disabled=${this.busy}
      @click=${act ?? nothing}
    >${t(words)}</button>`;
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
