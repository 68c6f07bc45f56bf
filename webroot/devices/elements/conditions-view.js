import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import {
  checked,
  isChecked,
  machineAdvice,
  machineSaid,
  measuredFirst,
  newest,
  quantityOf,
  range,
  spellsOf,
  spellSaid,
} from '../reading/conditions.js';
import { stageConditions } from '../requests.js';
import './limit-chart.js';

/** All that is known of what it was like in a stage, in a dialog. */
class ConditionsView extends FormElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
    page: { state: true },
  };

  firstUpdated() {
    this.attempt(async () => (this.page = await stageConditions(this.order, this.line, this.stage)));
  }

  render() {
    return html`<div class="conditions-view">
      <h2>${t('conditions.title')}</h2>
      ${this.page ? this.#page() : this.problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${this.trouble()}
      <p class="buttons">
        <button class="quiet" data-action="close" autofocus @click=${() => this.done()}>${t('close')}</button>
      </p>
    </div>`;
  }

  #page() {
    const { from, until, series = [], machines = [] } = this.page;
    return html`<p class="soft">${t('conditions.while', { from: when(from), until: when(until) })}</p>
      ${measuredFirst(series).map((one) => this.#series(one))}
      ${machines.length > 0
        ? html`<h3>${t('machines.title')}</h3>
            <ul class="machine-lines">
              ${machines.map((one) => html`<li>
                <strong>${one.name}</strong>${t('colon')}${machineSaid(one)}
                ${machineAdvice(one).map((advice) => html`<span class="row-line">${advice}</span>`)}
                ${spellsOf(one).map((spell) => html`<span class="row-line soft">${spellSaid(spell)}</span>`)}
              </li>`)}
            </ul>`
        : nothing}`;
  }

  #series(one) {
    const name = [quantityOf(one), wording(one.place)].filter(Boolean).join(' · ');
    return html`<section class="condition-series">
      <h3>${name}</h3>
      <p>${isChecked(one) ? newest(one) : range(one)}</p>
      ${isChecked(one) ? nothing : html`<limit-chart label=${name} .points=${one.points}></limit-chart>`}
      <details>
        <summary>${t('values.table')}</summary>
        <table class="values-table">
          <thead>
            <tr>
              <th scope="col">${t('values.at')}</th>
              <th scope="col">${one.unit ? t('values.value-in', { unit: one.unit }) : t('values.value')}</th>
            </tr>
          </thead>
          <tbody>
            ${one.points.map((point) => html`<tr>
              <td>${when(point.at)}</td>
              <td>${this.#said(point)}</td>
            </tr>`)}
          </tbody>
        </table>
      </details>
    </section>`;
  }

  #said({ value, low, high, readings, failed }) {
    if (value === undefined) {
      return checked({ failed, readings });
    }
    return readings > 1 && low !== high
      ? t('conditions.mean', { value: number(value), low: number(low), high: number(high) })
      : number(value);
  }
}

customElements.define('conditions-view', ConditionsView);
