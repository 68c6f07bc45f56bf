import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { required } from '../../base/reading/demands.js';
import { t, wording } from '../../base/words.js';
import { momentOf } from '../reading/moments.js';
import { report } from '../requests.js';
import { whenField } from './when-field.js';

/** Says by hand what was measured of a requirement: a value, or yes or no. */
class ReportReading extends FormElement {
  static properties = {
    place: { attribute: false },
    demand: { attribute: false },
  };

  #id = `hand-${newKey()}`;

  render() {
    const { demand } = this;
    const ordered = required(demand);
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('acts.reading-title', { what: wording(demand.name) })}</h2>
      ${ordered ? html`<p class="soft">${t('acts.required', { ordered })}</p>` : ''}
      ${demand.measurable ? this.#value() : this.#answer()}
      ${field({
        id: 'reading-unit',
        name: 'unit',
        label: t('acts.serial'),
        required: false,
        maxlength: 100,
        code: true,
        error: this.wrong('unit'),
      })}
      ${whenField(this)}
      ${this.trouble('value', 'passed', 'unit', 'happenedAt')}
      <p class="buttons">
        <button class="go" data-action="save-reading" ?disabled=${this.busy}>${t('acts.report-go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #value() {
    const { unit } = this.demand;
    return field({
      id: 'reading-value',
      name: 'value',
      label: unit ? t('acts.value-in', { unit }) : t('acts.value'),
      type: 'number',
      inputmode: 'decimal',
      step: 'any',
      error: this.wrong('value'),
    });
  }

  #answer() {
    return html`<fieldset class="acts-kinds">
      <legend>${t('acts.met')}</legend>
      ${['true', 'false'].map(
        (answer) => html`<label><input type="radio" name="passed" value=${answer} required />
          <span>${t(`acts.met-${answer}`)}</span></label>`,
      )}
      <p class="trouble" role="alert">${this.wrong('passed') ?? ''}</p>
    </fieldset>`;
  }

  #save = async (event) => {
    const { value, passed, unit, when } = submitted(event);
    const said = {
      ...this.place,
      id: this.#id,
      kind: 'reading',
      value: value === undefined ? undefined : Number(value),
      passed: passed === undefined ? undefined : passed === 'true',
      unit: unit || undefined,
      source: 'manual',
      happenedAt: momentOf(when),
    };
    if (this.fine(event.target) && (await this.attempt(() => report(said)))) {
      this.done(true);
    }
  };
}

customElements.define('report-reading', ReportReading);
