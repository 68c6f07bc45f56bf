import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { isAtStages, isSamePlace, MOMENTS } from '../reading/steps.js';
import { saveBusinessSteps } from '../requests.js';

/** Says what a moment is, or says it otherwise; `done` with all steps. */
class BusinessStepForm extends FormElement {
  static properties = { step: { attribute: false }, steps: { attribute: false }, moment: { state: true } };

  get #moment() {
    return this.moment ?? this.step?.moment ?? 'finished';
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(this.step ? 'steps.edit-title' : 'steps.add')}</h2>
      ${selection({
        name: 'moment',
        label: t('steps.moment'),
        options: MOMENTS.map((moment) => [moment, t(`steps.moment-${moment}`)]),
        chosen: this.#moment,
        change: ({ target }) => (this.moment = target.value),
      })}
      ${isAtStages(this.#moment) ? html`${this.#field('stage')}${this.#field('routing')}` : nothing}
      ${this.#field('bizStep')} ${this.#field('disposition')}
      ${this.trouble('stage', 'routing', 'bizStep', 'disposition')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name) {
    return field({
      id: `step-${name}`,
      name,
      label: t(`steps.${name}`),
      hint: t(`steps.${name}-hint`),
      value: this.step?.[name] ?? '',
      error: this.wrong(name),
      required: false,
      maxlength: 200,
      code: true,
    });
  }

  #save = (event) => {
    const filled = Object.entries(submitted(event)).map(([name, value]) => [name, value.trim()]);
    const step = Object.fromEntries(filled.filter(([, value]) => value !== ''));
    const others = this.steps.filter((one) => !this.step || !isSamePlace(one, this.step));
    const wrong = [];
    if (step.routing && !step.stage) {
      wrong.push({ field: 'stage', said: t('steps.stage-missing') });
    }
    if (others.some((one) => isSamePlace(one, step))) {
      wrong.push({ field: isAtStages(step.moment) ? 'stage' : 'bizStep', said: t('steps.said-twice') });
    }
    if (this.fine(event.target, { wrong })) {
      this.attempt(async () => this.done(await this.#sent([...others, step])));
    }
  };

  /** What is refused is refused of one of many: here it is this one. */
  async #sent(steps) {
    try {
      return await saveBusinessSteps(steps);
    } catch (problem) {
      throw Object.assign(problem, { field: problem.field?.replace(/^steps\[\d+\]\.?/, '') });
    }
  }
}

customElements.define('business-step-form', BusinessStepForm);
