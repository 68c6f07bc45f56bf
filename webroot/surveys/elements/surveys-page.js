import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { when } from '../../base/format.js';
import { can } from '../../base/reading/access.js';
import { t, wording } from '../../base/words.js';
import { surveys } from '../requests.js';
import './survey-state.js';

/** All surveys of the house. */
class SurveysPage extends LightElement {
  static properties = { me: { attribute: false } };

  #list = new Listing(this, 'surveys', surveys);

  render() {
    return html`<section class="manage" aria-labelledby="surveys">
      <div class="lead">
        <div class="head">
          <h1 id="surveys">${t('surveys.title')}</h1>
          ${can(this.me, 'surveys.keep')
            ? html`<button class="go" data-action="new" @click=${this.#make}>${t('surveys.new')}</button>`
            : nothing}
        </div>
        <p class="soft">${t('surveys.ours-text')}</p>
      </div>
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-survey=${one.code}>${this.#row(one)}</li>`)}
        </ul>`,
        t('surveys.none'),
      )}
    </section>`;
  }

  #row = (survey) => html`<a class="survey-row" href="/surveys/${encodeURIComponent(survey.code)}">
    <span class="row-main">
      <b>${wording(survey.title)}</b>
      <span class="soft row-line">
        ${t(`survey-occasion.${survey.occasion}`)} · ${t(`survey-privacy.${survey.privacy}`)} ·
        ${this.#until(survey)}
      </span>
    </span>
    <span class="survey-row-end">
      <survey-state .survey=${survey}></survey-state>
      <span class="soft">${t('surveys.counts', { answered: survey.answered, count: survey.asked })}</span>
    </span>
  </a>`;

  #until = ({ state, opens, closes }) => {
    if (state === 'open' && Date.parse(opens) > Date.now()) {
      return t('surveys.opens', { moment: when(opens) });
    }
    return t(state === 'closed' ? 'surveys.ended' : 'survey-answer.until', { moment: when(closes) });
  };

  #make = async () => {
    await import('./survey-begin.js');
    const code = await inDialog(document.createElement('survey-begin'), t('survey-begin.title'));
    if (code) {
      location.assign(`/surveys/${encodeURIComponent(code)}`);
    }
  };
}

customElements.define('surveys-page', SurveysPage);
