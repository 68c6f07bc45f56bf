import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t, wording } from '../../base/words.js';
import { answerCare, askedByMail } from '../requests.js';

/** What a mailed link asks some time after an order arrived: how does it do? Sending answers it. */
class AfterCare extends FormElement {
  static properties = {
    token: { attribute: false },
    question: { state: true },
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
        <h1>${t('after-care.title')}</h1>
        <p role="status">${this.#instead()}</p>
      </section>`;
    }
    return html`<form class="notice form mailed" @submit=${this.#send}>
      <h1>${t('after-care.title')}</h1>
      <p class="soft">${this.#about()}</p>
      <p>${wording(this.question.question) || t('after-care.text')}</p>
      <div class="entry">
        <label for="care-text">${t('after-care.label')}</label>
        <textarea
          id="care-text"
          name="text"
          maxlength="4000"
          .value=${this.text}
          @input=${({ target }) => (this.text = target.value)}
        ></textarea>
        <p class="trouble" role="alert">${this.lacking ? t('reply.no-text') : (this.wrong('text') ?? '')}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy}>${t('say.send')}</button>
      </p>
    </form>`;
  }

  #instead() {
    if (this.answered) {
      return t('after-care.thanks');
    }
    return this.token && this.busy ? t('loading') : refusal(this.problem ?? { status: 410 }, AfterCare.texts);
  }

  #about() {
    const { order, product, deliveredOn } = this.question;
    return t('after-care.about', { order, product: wording(product), date: date(deliveredOn, 'long') });
  }

  #send = async (event) => {
    event.preventDefault();
    const text = this.text.trim();
    this.lacking = text === '';
    this.lacking ||
      (await this.attempt(async () => {
        this.answered = await answerCare({ token: this.token, text });
      }));
  };
}

customElements.define('after-care', AfterCare);
