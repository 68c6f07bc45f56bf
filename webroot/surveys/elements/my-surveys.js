import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { surveys } from '../requests.js';

/** What asks its reader, and what did. */
class MySurveys extends LightElement {
  #list = new Listing(this, 'surveys', surveys);

  render() {
    return html`<section class="manage" aria-labelledby="surveys">
      <div class="lead">
        <h1 id="surveys">${t('surveys.title')}</h1>
        <p class="soft">${t('surveys.text')}</p>
      </div>
      ${this.#list.show(
        (items) => html`<ul class="rows card">${items.map(this.#row)}</ul>`,
        t('surveys.none-asked'),
      )}
    </section>`;
  }

  #row = (survey) => {
    const waits = survey.state === 'open' && !survey.answered;
    return html`<li data-survey=${survey.code}>
      <span class="row-main">
        <b>${wording(survey.title)}</b>
        <span class="soft row-line">
          ${survey.about ? html`${t('survey-answer.about', { about: survey.about })} · ` : ''}
          ${t(`survey-privacy.${survey.privacy}`)} ·
          ${t(survey.state === 'open' ? 'survey-answer.until' : 'surveys.ended', { moment: when(survey.closes) })}
        </span>
      </span>
      ${waits
        ? html`<a class="go" href="/surveys/${encodeURIComponent(survey.code)}/answer">${t('surveys.answer')}</a>`
        : html`<span class="buttons">
            ${survey.hasResults
              ? html`<a class="quiet" href="/surveys/${encodeURIComponent(survey.code)}/results">
                  ${t('surveys.results')}
                </a>`
              : nothing}
            <span class="chip ${survey.answered ? 'ok' : ''}">
              ${t(survey.answered ? 'surveys.answered-chip' : 'surveys.ended-chip')}
            </span>
          </span>`}
    </li>`;
  };
}

customElements.define('my-surveys', MySurveys);
