import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { required } from '../../base/reading/demands.js';
import { number, t, wording } from '../../base/words.js';
import { capabilitySaid, summary, verdictOf } from '../reading/values.js';
import { measuredValues } from '../requests.js';
import './limit-chart.js';

/** Every value of a requirement, in a dialog: a chart with its limits, how well they are kept, and a table. */
class ValuesView extends FormElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    requirement: { attribute: false },
    page: { state: true },
  };

  firstUpdated() {
    this.attempt(async () => (this.page = await measuredValues(this.order, this.line, this.requirement)));
  }

  render() {
    return html`<div class="values-view">
      ${this.page ? this.#page() : this.problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${this.trouble()}
      <p class="buttons">
        <button class="quiet" data-action="close" autofocus @click=${() => this.done()}>${t('close')}</button>
      </p>
    </div>`;
  }

  #page() {
    const { requirement, values, left, capability } = this.page;
    const points = values.map(({ value, counts }) => ({ value, odd: !counts }));
    return html`<h2>${wording(requirement.name)}</h2>
      <p>${[required(requirement), summary(this.page)].filter(Boolean).join(' · ')}</p>
      ${left > 0 ? html`<p class="soft">${t('values.left', { count: left })}</p>` : nothing}
      <limit-chart label=${summary(this.page)} .points=${points} .limits=${requirement}></limit-chart>
      ${values.some(({ counts }) => !counts) ? html`<p class="soft odd-values">${t('values.odd')}</p>` : nothing}
      ${capability ? html`<p>${capabilitySaid(capability)}</p>` : nothing}
      <details ?open=${values.length <= 12}>
        <summary>${t('values.table')}</summary>
        ${this.#table(values, requirement.unit)}
      </details>`;
  }

  #table(values, unit) {
    const named = values.some((one) => one.unit);
    const devices = values.some(({ by }) => by?.device || by?.raw);
    return html`<table class="values-table">
      <thead>
        <tr>
          <th scope="col">${t('values.at')}</th>
          ${named ? html`<th scope="col">${t('values.unit')}</th>` : nothing}
          <th scope="col">${unit ? t('values.value-in', { unit }) : t('values.value')}</th>
          <th scope="col">${t('values.verdict')}</th>
          ${devices ? html`<th scope="col">${t('values.device')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${values.toReversed().map((one) => html`<tr>
          <td>${when(one.at)}</td>
          ${named ? html`<td>${one.unit ?? ''}</td>` : nothing}
          <td>${one.value === undefined ? '–' : number(one.value)}</td>
          <td>${verdictOf(one)}</td>
          ${devices ? html`<td>${this.#device(one.by)}</td>` : nothing}
        </tr>`)}
      </tbody>
    </table>`;
  }

  #device({ device, name, raw } = {}) {
    const who = device && (name ? `${name} (${device})` : t('values.unknown-device', { device }));
    return html`${who ?? ''}${raw ? html`<span class="row-line soft">${raw}</span>` : nothing}`;
  }
}

customElements.define('values-view', ValuesView);
