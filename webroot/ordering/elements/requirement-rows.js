import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { faultAt } from '../reading/faults.js';
import { emptyRequirement } from '../reading/requirements.js';
import { choice, entry, tick, worded } from './entries.js';

/** What is demanded of the stages of a routing, a row each. `change` is called with a path and what is there now. */
class RequirementRows extends LightElement {
  static properties = {
    path: {},
    requirements: { attribute: false },
    routing: { attribute: false },
    problem: { attribute: false },
    change: { attribute: false },
  };

  render() {
    return html`<div class="requirement-rows">
      ${repeat(this.requirements, ({ key }) => key, (one, at) => this.#row(one, at))}
      <p class="trouble" role="alert">${this.problem?.field === this.path ? faultAt(this.problem, this.path) : ''}</p>
      <p>
        <button type="button" class="quiet" data-action="add-requirement" @click=${this.#add}>
          ${t('ordering.add-requirement')}
        </button>
      </p>
    </div>`;
  }

  #row(one, at) {
    const path = `${this.path}[${at}]`;
    const name = wording(one.name) || t('ordering.requirement-number', { number: at + 1 });
    const said = (field, label, more = {}) =>
      entry({
        path: `${path}.${field}`,
        label: t(`ordering.${label}`),
        value: one[field],
        problem: this.problem,
        ...more,
      });
    const text = (field, label, more) =>
      worded({
        path: `${path}.${field}`,
        label: t(`ordering.${label}`),
        value: one[field],
        problem: this.problem,
        change: this.change,
        ...more,
      });
    return html`<fieldset class="requirement-row" data-requirement=${at}>
      <legend>${name}</legend>
      ${text('name', 'demand', { required: true, maxlength: 200 })}
      ${choice({
        path: `${path}.stage`,
        label: t('ordering.stage'),
        value: one.stage,
        problem: this.problem,
        required: true,
        options: this.#stages(one.stage),
      })}
      <div class="limits">
        ${said('minimum', 'minimum', { inputmode: 'decimal' })} ${said('maximum', 'maximum', { inputmode: 'decimal' })}
        ${said('unit', 'measured-in', { maxlength: 20 })} ${said('sample', 'sample', { inputmode: 'numeric' })}
      </div>
      ${text('ordered', 'as-ordered', { maxlength: 200, hint: t('ordering.as-ordered-hint') })}
      ${said('code', 'code', { maxlength: 60, hint: t('ordering.requirement-code-hint') })}
      ${tick({ path: `${path}.photo`, label: t('ordering.photo'), value: one.photo })}
      ${tick({ path: `${path}.mandatory`, label: t('ordering.mandatory'), value: one.mandatory })}
      ${one.waiver ? html`<p class="soft">${t('ordering.waived', { reason: wording(one.waiver) })}</p>` : nothing}
      <p>
        <button type="button" class="quiet" data-action="remove-requirement" @click=${() => this.#remove(at)}>
          ${t('ordering.remove')}<span class="visually-hidden"> ${name}</span>
        </button>
      </p>
    </fieldset>`;
  }

  /** A stage that the routing lacks is still shown, so that one sees what is to be changed. */
  #stages(chosen) {
    const stages = (this.routing?.stages ?? []).map(({ code, name }) => [code, wording(name) || code]);
    const lost = chosen && !stages.some(([code]) => code === chosen);
    return [
      ['', t('ordering.choose-stage')],
      ...stages,
      ...(lost ? [[chosen, t('ordering.lost-stage', { stage: chosen })]] : []),
    ];
  }

  #add = async () => {
    this.change(this.path, [...this.requirements, emptyRequirement()]);
    await this.updateComplete;
    this.querySelector('fieldset:last-of-type input')?.focus();
  };

  async #remove(at) {
    this.change(this.path, this.requirements.filter((_, other) => other !== at));
    await this.updateComplete;
    this.querySelector('[data-action=add-requirement]').focus();
  }
}

customElements.define('requirement-rows', RequirementRows);
