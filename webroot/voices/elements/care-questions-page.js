import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { careQuestions, saveCareQuestions } from '../requests.js';

const LANGUAGES = ['en', 'zh-CN'];
const ALL_THE_REST = '*';
const USUAL_DAYS = 14;

/** What customers are asked some time after their order arrived, in words of one's own for each product. */
class CareQuestionsPage extends FormElement {
  static properties = { questions: { state: true }, said: { state: true }, changed: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.questions = sorted((await careQuestions()).questions)));
  }

  render() {
    return html`<section class="manage" aria-labelledby="care">
      <div class="lead">
        <h1 id="care">${t('care-questions.title')}</h1>
        <p class="soft">${t('care-questions.text')}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.questions ? this.#form() : this.trouble()}
    </section>`;
  }

  #form() {
    return html`<form class="form" @submit=${this.#save} @input=${() => (this.changed = true)}>
      ${this.questions.map((one, at) => this.#question(one, at))}
      <p>
        <button type="button" class="quiet" data-action="add" @click=${this.#add}>${t('care-questions.add')}</button>
      </p>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy || !this.changed}>${t('save')}</button>
      </p>
    </form>`;
  }

  #question({ product, question, days }, at) {
    const isRest = product === ALL_THE_REST;
    const texts = textsOf(question);
    return html`<fieldset class="card care-question" data-question=${at}>
      <legend class="visually-hidden">${isRest ? t('care-questions.usual') : product}</legend>
      ${isRest
        ? html`<h2>${t('care-questions.usual')}</h2>`
        : html`<label class="entry">
            <span>${t('care-questions.product')}</span>
            <input
              name="product"
              maxlength="100"
              required
              .value=${product ?? ''}
              @input=${({ target }) => this.#put(at, { product: target.value })}
            />
          </label>`}
      ${LANGUAGES.map((language) => html`<label class="entry">
        <span>${t(`care-questions.${language}`)}</span>
        <textarea
          name=${language}
          maxlength="500"
          lang=${language}
          ?required=${language === 'en'}
          .value=${texts[language] ?? ''}
          @input=${({ target }) => this.#put(at, { question: { ...texts, [language]: target.value } })}
        ></textarea>
      </label>`)}
      <label class="entry care-days">
        <span>${t('care-questions.days')}</span>
        <input
          name="days"
          type="number"
          min="1"
          max="730"
          required
          .value=${String(days)}
          @input=${({ target }) => this.#put(at, { days: Number(target.value) })}
        />
      </label>
      ${isRest
        ? ''
        : html`<p><button type="button" class="quiet" data-action="remove" @click=${() => this.#remove(at)}>${t(
            'care-questions.remove',
          )}</button></p>`}
    </fieldset>`;
  }

  #put(at, change) {
    this.questions = this.questions.map((one, index) => (index === at ? { ...one, ...change } : one));
    this.said = '';
  }

  #add = async () => {
    this.questions = [...this.questions, { product: '', question: {}, days: USUAL_DAYS }];
    this.changed = true;
    await this.updateComplete;
    this.querySelector('fieldset:last-of-type input')?.focus();
  };

  #remove(at) {
    this.questions = this.questions.filter((one, index) => index !== at);
    this.changed = true;
  }

  #save = async (event) => {
    event.preventDefault();
    if (await this.attempt(() => saveCareQuestions({ questions: this.questions.map(sendable) }))) {
      Object.assign(this, { changed: false, said: t('care-questions.saved') });
    }
  };
}

const textsOf = (question = {}) => (typeof question === 'string' ? { en: question } : question);

/** What was left empty is not said in that language. */
function sendable({ product, question, days }) {
  const texts = Object.entries(textsOf(question)).filter(([, text]) => text.trim() !== '');
  return { product: product.trim(), question: Object.fromEntries(texts), days };
}

/** The one for all the rest stands first. */
const sorted = (questions) =>
  [...questions].sort((a, b) => (b.product === ALL_THE_REST ? 1 : 0) - (a.product === ALL_THE_REST ? 1 : 0));

customElements.define('care-questions-page', CareQuestionsPage);
