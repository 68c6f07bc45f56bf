import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, day } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import { howMany, said } from '../reading/figures.js';
import './choice-figures.js';
import './score-figures.js';
import './word-map.js';

/** What came of a survey, for somebody who was asked: thanks, what is done, what they said beside what all said. */
class SurveyOutcome extends LightElement {
  static properties = {
    outcome: { attribute: false },
    /** What was answered on this device, where it is anonymous. */
    kept: { attribute: false },
  };

  render() {
    const { survey, words, answered, asked, toldAt } = this.outcome;
    return html`<article class="manage survey-outcome">
      <p class="eyebrow">${t('survey-outcome.eyebrow')}</p>
      <h1>${wording(survey.title)}</h1>
      <p class="soft">
        ${t('survey-figures.answered', { count: answered, of: number(asked) })} ·
        ${t('survey-outcome.told', { day: day(toldAt) })}
      </p>
      <p class="written-thanks">${wording(words)}</p>
      ${this.#deeds()} ${this.#questions()}
    </article>`;
  }

  #deeds() {
    const { deeds } = this.outcome;
    return deeds.length
      ? html`<section class="card" aria-labelledby="deeds">
          <h2 id="deeds">${t('survey-outcome.deeds')}</h2>
          <ul class="outcome-deeds">
            ${deeds.map(
              ({ text, due, state, closing }) => html`<li>
                <strong>${wording(text)}</strong>
                <span class="chip ${state === 'done' || state === 'worked' ? 'ok' : ''}">
                  ${state && state !== 'open' && state !== 'reopened'
                    ? t(`survey-outcome.state.${state}`)
                    : t('survey-thanks.by', { day: date(due) })}
                </span>
                ${closing ? html`<p class="soft">${closing}</p>` : nothing}
              </li>`,
            )}
          </ul>
        </section>`
      : nothing;
  }

  #questions() {
    const { survey, results, own } = this.outcome;
    const answers = own ?? this.kept;
    return html`<section class="outcome-said" aria-labelledby="said">
      <h2 id="said">${t('survey-outcome.said')}</h2>
      ${survey.privacy === 'anonymous'
        ? html`<p class="soft">${t(this.kept ? 'survey-outcome.on-device' : 'survey-outcome.anonymous')}</p>`
        : nothing}
      <div class="result-list">${results.map((result) => this.#question(result, answers))}</div>
    </section>`;
  }

  #question(result, answers) {
    return html`<article class="card question-figures">
      <h3>${wording(result.text)}</h3>
      ${result.setting ? html`<blockquote>${wording(result.setting)}</blockquote>` : nothing}
      ${answers
        ? html`<p class="own-answer">
            <span>${t('survey-outcome.you')}</span> <b>${said(result, answers[result.key])}</b>
          </p>`
        : nothing}
      <p class="soft">${t('survey-outcome.all')} ${howMany(result)}</p>
      ${result.score ? html`<score-figures .result=${result}></score-figures>` : nothing}
      ${result.choices ? html`<choice-figures .result=${result}></choice-figures>` : nothing}
      ${result.words?.length ? html`<word-map .words=${result.words}></word-map>` : nothing}
      ${result.themes.length
        ? html`<ul class="theme-sums">
            ${result.themes.map(
              ({ name, n }) =>
                html`<li><strong>${wording(name)}</strong> ${t('survey-figures.answers', { count: n })}</li>`,
            )}
          </ul>`
        : nothing}
    </article>`;
  }
}

customElements.define('survey-outcome', SurveyOutcome);
