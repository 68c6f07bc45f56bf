import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { instantOf, localTime } from '../reading/times.js';
import { OCCASIONS, PRIVACIES, audienceIn, editable, isAskedByItself, planSent } from '../reading/plans.js';
import { save } from '../requests.js';
import './both-languages.js';
import './question-list.js';
import './survey-audience.js';

/** Everything of a survey that can be changed: all of it until somebody was asked. */
class SurveyEditor extends FormElement {
  static properties = { survey: { attribute: false }, plan: { state: true } };
  static texts = { 412: 'survey-editor.changed' };

  willUpdate(changed) {
    if (changed.has('survey')) {
      this.plan = editable(this.survey);
    }
  }

  render() {
    const { plan } = this;
    const frozen = this.survey.frozen;
    return html`<form class="form card survey-editor" novalidate @submit=${this.#save}>
      <h2>${t('survey-editor.title')}</h2>
      ${frozen ? html`<p class="hint-box">${t('survey-editor.frozen')}</p>` : nothing}
      ${this.#text('title', 120)} ${this.#text('introduction', 1000, true)}
      ${frozen ? nothing : this.#when()}
      <div class="survey-pair">
        ${frozen ? nothing : this.#time('opens', plan.opens)} ${this.#time('closes', plan.closes)}
      </div>
      <p class="soft">${t('survey-editor.zone', { zone: timeZone() })}</p>
      ${frozen ? nothing : html`${this.#audience()} ${this.#questions()}`}
      ${this.trouble('title', 'introduction', 'opens', 'closes', ...this.#saidElsewhere())}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="try" @click=${this.#try}>${t('survey-page.try')}</button>
      </p>
    </form>`;
  }

  #questions() {
    const { field: where = '' } = this.problem ?? {};
    return html`<question-list
      .questions=${this.plan.questions}
      .field=${where}
      .problem=${where.startsWith('questions') ? this.wrong(where) : ''}
      @asked=${({ detail }) => this.#set({ questions: detail })}
    ></question-list>`;
  }

  #saidElsewhere = () => (/^(questions|audience)/.test(this.problem?.field ?? '') ? [this.problem.field] : []);

  #set(more) {
    this.plan = { ...this.plan, ...more };
  }

  #text = (name, most, long = false) => html`<both-languages
    .name=${name}
    .label=${t(`survey-editor.${name}-label`)}
    .texts=${this.plan[name]}
    .most=${most}
    .long=${long}
    .error=${this.wrong(name) ?? this.wrong(`${name}.en`) ?? this.wrong(`${name}.zh-CN`) ?? ''}
    @worded=${({ detail }) => this.#set({ [name]: detail })}
  ></both-languages>`;

  #when() {
    return html`${selection({
        name: 'occasion',
        label: t('survey-editor.occasion'),
        options: OCCASIONS.map((one) => [one, t(`survey-occasion.${one}`)]),
        chosen: this.plan.occasion,
        change: ({ target }) => this.#set({ occasion: target.value }),
      })}
      <fieldset class="ticks">
        <legend>${t('survey-editor.privacy')}</legend>
        ${PRIVACIES.map((one) => html`<label>
          <input
            type="radio"
            name="privacy"
            value=${one}
            .checked=${this.plan.privacy === one}
            @change=${() => this.#set({ privacy: one })}
          />
          <span>${t(`survey-privacy.${one}`)}<small class="soft">${t(`survey-editor.${one}`)}</small></span>
        </label>`)}
      </fieldset>`;
  }

  #time = (name, value) =>
    field({
      id: `survey-${name}`,
      name,
      type: 'datetime-local',
      label: t(`survey-editor.${name}`),
      value: localTime(value),
      error: this.wrong(name),
    });

  #audience() {
    const { field: where = '' } = this.problem ?? {};
    return html`<survey-audience
      .audience=${this.plan.audience}
      .isDrawn=${!isAskedByItself(this.plan.occasion)}
      .error=${where.startsWith('audience') ? this.wrong(where) : undefined}
    ></survey-audience>`;
  }

  /** What stands in the form now, with what is edited beside it. */
  #edited(form) {
    const all = new FormData(form);
    const values = Object.fromEntries(all);
    const { survey, plan } = this;
    if (survey.frozen) {
      return { ...plan, closes: instantOf(values.closes) };
    }
    return {
      ...plan,
      opens: instantOf(values.opens),
      closes: instantOf(values.closes),
      audience: audienceIn({ ...values, companies: all.getAll('companies') }, all.getAll('tier')),
    };
  }

  #save = (event) => {
    event.preventDefault();
    const form = event.target;
    if (this.fine(form)) {
      const edited = this.#edited(form);
      this.plan = edited;
      this.attempt(async () => {
        const saved = await save(this.survey.code, planSent(edited), this.survey.version);
        this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
      });
    }
  };

  #try = () => {
    const detail = this.#edited(this.querySelector('form'));
    this.dispatchEvent(new CustomEvent('tried', { detail }));
  };
}

customElements.define('survey-editor', SurveyEditor);
