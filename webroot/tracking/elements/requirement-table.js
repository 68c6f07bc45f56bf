import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { measure } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { required } from '../../base/reading/demands.js';
import { t, wording } from '../../base/words.js';
import { requirements, stages } from '../reading/order.js';
import { failure } from '../reading/sentences.js';

const CHIP = { passed: 'ok', failed: 'bad', waived: 'waived', pending: 'open' };

/** What was ordered, what was measured and the verdict; a failure says what is known. */
class RequirementTable extends LightElement {
  static properties = {
    line: { attribute: false },
    page: { attribute: false },
  };

  render() {
    const groups = stages(this.line)
      .map((stage) => ({ stage, demands: requirements(stage) }))
      .filter(({ demands }) => demands.length > 0);
    if (groups.length === 0) {
      return html`<p class="empty">${t('requirements.empty')}</p>`;
    }
    const failed = groups.flatMap(({ demands }) => demands.filter((demand) => demand.verdict === 'failed'));
    return html`<table class="requirements">
        <thead>
          <tr>
            ${['requirement', 'ordered', 'measured', 'verdict'].map(
              (column) => html`<th scope="col">${t(`requirements.${column}`)}</th>`,
            )}
          </tr>
        </thead>
        ${groups.map(({ stage, demands }) => this.#group(stage, demands))}
      </table>
      ${failed.map(
        (demand) => html`<p class="answer" data-requirement=${demand.code}>
          <strong>${t('failure.title', { what: wording(demand.name) })}</strong> ${failure(demand)}
        </p>`,
      )}`;
  }

  #group(stage, demands) {
    return html`<tbody data-stage=${stage.code}>
      <tr class="group"><th scope="rowgroup" colspan="4">${wording(stage.name)}</th></tr>
      ${repeat(demands, (demand) => demand.code, (demand) => this.#row(demand, stage.code))}
    </tbody>`;
  }

  #row(demand, stage) {
    return html`<tr data-requirement=${demand.code} data-verdict=${demand.verdict}>
      <th scope="row">
        ${wording(demand.name)}
          ${demand.photo ? html`<span class="soft">${t('requirements.with-photo')}</span>` : nothing}
          ${demand.mandatory === false ? html`<span class="soft">${t('requirements.optional')}</span>` : nothing}
        ${this.#more(demand, stage)}
      </th>
      <td data-label=${t('requirements.ordered')}>${required(demand) || '–'}</td>
      <td data-label=${t('requirements.measured')}>${this.#measured(demand)}</td>
      <td><span class="chip ${CHIP[demand.verdict]}">${t(`verdict.${demand.verdict}`)}</span></td>
    </tr>`;
  }

  #more(demand, stage) {
    const { page, line } = this;
    const place = { order: page?.number, line: line.number, stage, requirement: demand.code };
    return contributions('requirement', { ...place, page, demand });
  }

  #measured({ value, passed, unit, measured, sample, waiver, photo, unproved }) {
    const units = sample ? unitsMeasured(measured ?? 0, sample) : '';
    return html`${value !== undefined
      ? measure(value, unit)
      : passed !== undefined
        ? t(passed ? 'requirements.yes' : 'requirements.no')
        : html`<span class="soft">${t('requirements.not-yet')}</span>`}
    ${measured || value !== undefined ? html`<span class="soft">${units}</span>` : nothing}
    ${unproved ? html`<span class="soft">${doubted(photo, unproved)}</span>` : nothing}
    ${waiver ? html`<span class="waiver">${t('requirements.waiver', { waiver: wording(waiver) })}</span>` : nothing}`;
  }
}

const doubted = (photo, count) => t(photo ? 'requirements.unpictured' : 'requirements.unproved', { count });

/** More may be measured than are asked for. */
const unitsMeasured = (measured, count) =>
  t(measured > count ? 'requirements.more-units' : 'requirements.units', { measured, count });

customElements.define('requirement-table', RequirementTable);
