import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { doubtsOf } from '../reading/counts.js';
import { momentOf } from '../reading/moments.js';
import { reasonOf } from '../reading/reason.js';
import { report } from '../requests.js';
import { reasonFields } from './reason-fields.js';
import { whenField } from './when-field.js';

const KINDS = ['progressed', 'finished', 'started'];
const COUNTED = ['good', 'rejected', 'scrapped'];

/** Says by hand what happened at a stage: what is left stands in it already, so that two touches do. */
class ReportStage extends FormElement {
  static properties = {
    place: { attribute: false },
    about: { attribute: false },
    unit: { attribute: false },
    left: { attribute: false },
    kind: { state: true },
    faults: { state: true },
  };

  /** Made once, so that what is sent twice counts once. */
  #id = `hand-${newKey()}`;

  constructor() {
    super();
    this.kind = KINDS[0];
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('acts.report-title', { what: this.about })}</h2>
      <fieldset class="acts-kinds">
        <legend class="visually-hidden">${t('acts.report-what')}</legend>
        ${KINDS.map((kind) => this.#choice(kind))}
      </fieldset>
      ${this.kind === 'started' ? nothing : this.#counts()}
      ${whenField(this)}
      ${this.trouble('happenedAt', ...COUNTED, 'reason', 'reason.en', 'reason.zh-CN')}
      <p class="buttons">
        <button class="go" data-action="save-report" ?disabled=${this.busy}>${t('acts.report-go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #choice(kind) {
    return html`<label>
      <input
        type="radio"
        name="kind"
        value=${kind}
        .checked=${this.kind === kind}
        @change=${() => (this.kind = kind)}
      />
      <span>${t(`acts.kind-${kind}`)}</span>
    </label>`;
  }

  #counts() {
    return html`${this.#count('good', this.kind === 'progressed' ? this.left || '' : '')}
      <details class="disclosure acts-more">
        <summary>${t('acts.faults')}</summary>
        ${this.#count('rejected')} ${this.#count('scrapped')} ${reasonFields(this, { required: false })}
      </details>`;
  }

  #count(name, value = '') {
    return field({
      id: `report-${name}`,
      name,
      label: t(`acts.${name}`, { unit: this.unit ?? t('acts.pieces') }),
      type: 'number',
      inputmode: 'decimal',
      value,
      min: 0,
      step: this.unit === undefined || ['pieces', 'sets'].includes(this.unit) ? 1 : 0.001,
      required: false,
      error: this.wrong(name),
    });
  }

  #save = async (event) => {
    const values = submitted(event);
    const counted = COUNTED.filter((name) => values[name]).map((name) => [name, Number(values[name])]);
    const said = {
      ...this.place,
      ...Object.fromEntries(counted),
      id: this.#id,
      kind: this.kind,
      reason: reasonOf(values),
      source: 'manual',
      happenedAt: momentOf(values.when),
    };
    const counts = { kind: this.kind, counted: Object.fromEntries(counted), left: this.left };
    if (this.fine(event.target, doubtsOf(counts)) && (await this.attempt(() => report(said)))) {
      this.done(true);
    }
  };
}

customElements.define('report-stage', ReportStage);
