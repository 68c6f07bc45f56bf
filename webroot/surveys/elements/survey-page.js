import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { t, wording } from '../../base/words.js';
import { asSheet } from '../reading/plans.js';
import { asked, close, oneSurvey, open, remove } from '../requests.js';
import './survey-editor.js';
import './survey-state.js';

/** A survey as the house keeps it: how it is, what can be done, and what it asks. */
class SurveyPage extends FormElement {
  static properties = {
    me: { attribute: false },
    code: { attribute: false },
    survey: { state: true },
    people: { state: true },
    said: { state: true },
  };
  static texts = { 404: 'survey-page.gone' };

  firstUpdated() {
    this.#read();
  }

  render() {
    const { survey } = this;
    if (!survey) {
      return html`<section class="manage">
        <h1>${t('surveys.page-title')}</h1>
        ${this.problem ? this.trouble() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      </section>`;
    }
    return html`<section class="manage" aria-labelledby="survey">
      <div class="lead">
        <p><a href="/surveys">${t('surveys.title')}</a></p>
        <div class="head">
          <h1 id="survey">${wording(survey.title)}</h1>
          <survey-state .survey=${survey}></survey-state>
        </div>
        <p class="soft">
          ${t(`survey-occasion.${survey.occasion}`)} · ${t(`survey-privacy.${survey.privacy}`)} ·
          ${t('survey-page.span', { opens: when(survey.opens), closes: when(survey.closes) })}
        </p>
        <p class="survey-count">${t('surveys.counts', { answered: survey.answered, count: survey.asked })}
          ${survey.drawn > survey.asked
            ? html`<span class="soft">${t('survey-page.waiting', { count: survey.drawn - survey.asked })}</span>`
            : nothing}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()}
      ${can(this.me, 'surveys.keep') ? this.#acts() : nothing}
      ${survey.answered > 0
        ? html`<p><a href="/surveys/${encodeURIComponent(survey.code)}/figures">${t('survey-page.figures')}</a></p>`
        : nothing}
      ${contributions('survey', { survey, me: this.me })}
      ${this.#people()}
      ${can(this.me, 'surveys.keep') && survey.state !== 'closed'
        ? html`<survey-editor
            .survey=${survey}
            @saved=${({ detail }) => this.#show(detail, 'survey-page.saved')}
            @tried=${({ detail }) => this.#try(detail)}
          ></survey-editor>`
        : html`<p><button class="quiet" data-action="try" @click=${() => this.#try(survey)}>
            ${t('survey-page.try')}
          </button></p>`}
    </section>`;
  }

  #acts() {
    const { survey } = this;
    const isOpen = survey.state === 'open';
    const writes = isOpen && survey.privacy !== 'anonymous';
    return html`<p class="buttons">
      ${survey.state === 'draft' ? this.#button('open', this.#open, 'go') : nothing}
      ${isOpen ? this.#button('by-hand', () => this.#dialog('ask-by-hand')) : nothing}
      ${writes ? this.#button('write-down', () => this.#dialog('write-down')) : nothing}
      ${survey.asked === 0 && survey.state !== 'closed'
        ? this.#button('preview', () => this.#dialog('survey-preview'))
        : nothing}
      ${isOpen ? this.#button('close', this.#close) : nothing}
      ${survey.frozen ? nothing : this.#button('remove', this.#remove)}
    </p>`;
  }

  #button = (name, act, look = 'quiet') => html`<button
    class=${look}
    data-action=${name}
    ?disabled=${this.busy}
    @click=${act}
  >${t(`survey-page.${name}`)}</button>`;

  #people() {
    if (this.survey.drawn === 0) {
      return nothing;
    }
    return html`<details class="disclosure" @toggle=${this.#readPeople}>
      <summary>${t('survey-page.people')}</summary>
      <ul class="rows">
        ${(this.people ?? []).map((one) => html`<li>
          <span class="row-main">${one.name}
            <span class="soft">${[one.company, one.about].filter(Boolean).join(' · ')}</span></span>
          <span class="soft row-line">${one.askedAt
            ? t('survey-page.asked-at', { at: when(one.askedAt) })
            : t('survey-page.to-be-asked')}
            ${one.answered ? html`<span class="chip ok">${t('surveys.answered-chip')}</span>` : nothing}</span>
        </li>`)}
      </ul>
    </details>`;
  }

  #readPeople = ({ target }) => {
    if (target.open) {
      this.attempt(async () => (this.people = (await asked(this.code)).asked));
    }
  };

  #read = () => this.attempt(async () => this.#show(await oneSurvey(this.code)));

  #show(survey, said) {
    this.survey = survey;
    this.said = said ? t(said) : undefined;
    this.dispatchEvent(new CustomEvent('titled', { detail: survey.title }));
  }

  #open = async () => {
    const { privacy } = this.survey;
    const question = {
      title: t('survey-page.open-title'),
      text: t('survey-page.open-text', { privacy: t(`survey-privacy.${privacy}`) }),
      go: t('survey-page.open'),
    };
    if (await confirmed(question)) {
      this.attempt(async () => this.#show(await open(this.code), 'survey-page.opened'));
    }
  };

  #close = async () => {
    const question = {
      title: t('survey-page.close-title'),
      text: t('survey-page.close-text'),
      go: t('survey-page.close'),
    };
    if (await confirmed(question)) {
      this.attempt(async () => this.#show(await close(this.code), 'survey-page.closed'));
    }
  };

  #remove = async () => {
    const question = {
      title: t('survey-page.remove-title'),
      text: t('survey-page.remove-text'),
      go: t('survey-page.remove'),
    };
    if (await confirmed(question)) {
      this.attempt(async () => {
        await remove(this.code);
        location.assign('/surveys');
      });
    }
  };

  async #dialog(name) {
    await import(`./${name}.js`);
    const element = Object.assign(document.createElement(name), { code: this.code, survey: this.survey });
    const said = await inDialog(element, wording(this.survey.title));
    if (said) {
      await this.#read();
      this.said = said;
    }
  }

  /** As whoever is asked sees it; nothing is sent. */
  async #try(plan) {
    await import('./survey-trial.js');
    const trial = Object.assign(document.createElement('survey-trial'), { sheet: asSheet(plan) });
    await inDialog(trial, t('survey-page.try'));
  }
}

customElements.define('survey-page', SurveyPage);
