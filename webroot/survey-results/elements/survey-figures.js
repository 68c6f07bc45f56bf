import { html, nothing } from 'lit';
import { selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { number, t, wording } from '../../base/words.js';
import { results } from '../requests.js';
import './alarm-form.js';
import './question-figures.js';
import './survey-thanks.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];
const CHANNELS = ['page', 'mail', 'visit', 'phone'];

const part = (some, all) => number(Math.round((some / all) * 100));

/** The results of a survey for the house, and what is made of them. */
class SurveyFigures extends FormElement {
  static properties = {
    page: { attribute: false },
    keeps: { type: Boolean },
    meets: { type: Boolean },
    filter: { state: true },
  };

  #turn = 0;

  render() {
    const { survey, asked, answered, before, withheld } = this.page;
    return html`<article class="manage survey-figures">
      <p><a href="/surveys/${encodeURIComponent(survey.code)}">${t('survey-figures.back')}</a></p>
      <h1>${wording(survey.title)}</h1>
      <p>
        ${t('survey-figures.answered', { count: answered, of: number(asked) })}
        <span class="soft">${asked > 0 ? t('survey-figures.part', { part: part(answered, asked) }) : ''}</span>
        <span class="chip">${t(`survey-figures.privacy.${survey.privacy}`)}</span>
      </p>
      ${before
        ? html`<p class="soft">
            ${t('survey-figures.compared')}
            <a href="/surveys/${encodeURIComponent(before.code)}/figures">${wording(before.title)} (${before.code})</a>
          </p>`
        : nothing}
      ${withheld
        ? html`<p class="hint-box">${t('survey-figures.until-closed')}</p>`
        : html`${this.#filters()} ${this.trouble()} ${this.#questions()}`}
      <survey-thanks .page=${this.page} .keeps=${this.keeps}></survey-thanks>
      ${this.keeps && survey.privacy !== 'anonymous' ? this.#alarms() : nothing}
    </article>`;
  }

  #questions() {
    const { survey, questions } = this.page;
    return html`<div class="result-list">
      ${questions.map(
        (result) => html`<question-figures
          .code=${survey.code}
          .result=${result}
          .keeps=${this.keeps}
          .meets=${this.meets}
        ></question-figures>`,
      )}
    </div>`;
  }

  #filters() {
    const { privacy } = this.page.survey;
    const named = (name, values, words) => [
      ['', t(`survey-figures.any-${name}`)],
      ...values.map((one) => [one, t(words + one)]),
    ];
    const choice = (name, values, words) =>
      selection({
        name,
        label: t(`survey-figures.${name}`),
        options: named(name, values, words),
        chosen: this.filter?.[name] ?? '',
        change: this.#narrow,
      });
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}>
      ${privacy === 'anonymous' ? nothing : choice('tier', TIERS, 'tier.')}
      ${choice('channel', CHANNELS, 'survey-channel.')}
      ${privacy === 'named'
        ? html`<label class="entry">
            <span>${t('survey-figures.from')}</span>
            <input type="date" name="from" @change=${this.#narrow} />
          </label>`
        : nothing}
    </form>`;
  }

  #narrow = async ({ target }) => {
    const turn = ++this.#turn;
    this.filter = { ...this.filter, [target.name]: target.value || undefined };
    await this.attempt(async () => {
      const page = await results(this.page.survey.code, this.filter);
      turn === this.#turn && (this.page = page); // What was asked for earlier and comes later is not shown.
    });
  };

  #alarms() {
    const { survey, questions } = this.page;
    return html`<section class="card" aria-labelledby="alarms">
      <details class="disclosure">
        <summary><h2 id="alarms">${t('survey-alarms.title')}</h2></summary>
        <alarm-form .code=${survey.code} .questions=${questions}></alarm-form>
      </details>
    </section>`;
  }
}

customElements.define('survey-figures', SurveyFigures);
