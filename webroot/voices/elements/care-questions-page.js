import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { careQuestions, saveCareQuestions } from '../requests.js';

const LANGUAGES = ['en', 'zh-CN'];

/** What customers are asked some time after their order arrived, in words of one's own for each product. */
class CareQuestionsPage extends FormElement {
  static properties = { questions: { state: true }, said: { state: true }, changed: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.questions = (await careQuestions()).questions));
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

  #question({ product, text = {} }, at) {
    const isUsual = !product;
    return html`<fieldset class="card care-question" data-question=${at}>
      <legend class="visually-hidden">${product || t('care-questions.usual')}</legend>
      ${isUsual && at === 0
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
          .value=${text[language] ?? ''}
          @input=${({ target }) => this.#put(at, { text: { ...this.questions[at].text, [language]: target.value } })}
        ></textarea>
      </label>`)}
      ${isUsual && at === 0
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
    this.questions = [...this.questions, { product: '', text: {} }];
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
    if (await this.attempt(() => saveCareQuestions({ questions: this.questions }))) {
      Object.assign(this, { changed: false, said: t('care-questions.saved') });
    }
  };
}

customElements.define('care-questions-page', CareQuestionsPage);
