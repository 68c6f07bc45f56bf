import { html } from 'lit';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { newKey } from '../../base/ask.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { instantOf, localTime } from '../reading/reviews.js';
import { changeReview, makeReview } from '../requests.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];
const WORDS = ['person', 'company'];
const DAY_MILLIS = 86_400_000;
const USUAL_DAYS = 14;
const USUAL_EACH = 20;
const NOBODY_CHOSEN = { tiers: [], companies: [] };

/** A question, who is asked, and until when. */
class ReviewForm extends FormElement {
  static properties = { page: { attribute: false } };

  #key = newKey();

  render() {
    const { title = '', question = '', word = WORDS[0], limits, asked = NOBODY_CHOSEN } = this.page ?? {};
    const all = asked.tiers.length === TIERS.length;
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t(this.page ? 'review-form.change' : 'review-form.new')}</h2>
      ${this.#field('title', title, { maxlength: 120 })}
      <div class="entry">
        <label for="review-question">${t('review-form.question')}</label>
        <textarea id="review-question" name="question" required maxlength="1000" .defaultValue=${question}></textarea>
        <p class="soft">${t('review-form.question-hint')}</p>
        <p class="trouble" role="alert">${this.wrong('question') ?? ''}</p>
      </div>
      <div class="review-pair">${this.#times()}</div>
      <p class="soft">${t('review-form.zone', { zone: timeZone() })}</p>
      <div class="review-pair">
        ${this.#field('each', String(limits?.each ?? USUAL_EACH), {
          type: 'number',
          min: 1,
          max: 100,
          error: this.wrong('proposalsEach'),
        })}
        ${selection({
          name: 'word',
          label: t('review-form.word'),
          options: WORDS.map((one) => [one, t(`review-form.word.${one}`)]),
          chosen: word,
        })}
      </div>
      ${choicesOf({
        name: 'tier',
        legend: t('review-form.tiers'),
        options: TIERS.map((tier) => [tier, t(`tier.${tier}`)]),
        chosen: all ? [] : asked.tiers,
      })}
      ${this.#field('companies', asked.companies.join(', '), {
        required: false,
        code: true,
        hint: t('review-form.companies-hint'),
        error: this.problem?.field?.startsWith('companies') ? this.wrong(this.problem.field) : undefined,
      })}
      ${this.trouble('title', 'question', 'opens', 'closes', 'proposalsEach', this.#ofCompanies())}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #ofCompanies = () => (this.problem?.field?.startsWith('companies') ? this.problem.field : undefined);

  #times() {
    const opens = this.page?.opens ?? Date.now();
    const closes = this.page?.closes ?? Date.now() + USUAL_DAYS * DAY_MILLIS;
    return [
      ['opens', opens],
      ['closes', closes],
    ].map(([name, instant]) => this.#field(name, localTime(instant), { type: 'datetime-local' }));
  }

  #field = (name, value, more = {}) =>
    field({
      id: `review-${name}`,
      name,
      label: t(`review-form.${name}`),
      value,
      error: this.wrong(name),
      ...more,
    });

  #save = (event) => {
    const values = submitted(event);
    const said = {
      title: values.title,
      question: values.question,
      opens: instantOf(values.opens),
      closes: instantOf(values.closes),
      word: values.word,
      proposalsEach: Number(values.each),
      tiers: [...this.querySelectorAll('[name=tier]:checked')].map(({ value }) => value),
      companies: values.companies.split(/[,，、\s]+/).filter(Boolean),
    };
    this.attempt(async () =>
      this.done(await (this.page ? changeReview(this.page.number, said) : makeReview(said, this.#key))),
    );
  };
}

customElements.define('review-form', ReviewForm);
