import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { missing, readFrom, unused } from '../reading/mapping.js';
import './column-chips.js';
import './column-slot.js';

/** Our columns on one side and the file's on the other; says with `mapped` what was changed. */
class ColumnMap extends LightElement {
  static properties = {
    table: { attribute: false },
    choices: { attribute: false },
    numbersLines: { attribute: false },
  };

  #order = [];

  /** What is filled when a file is opened comes first; nothing moves while somebody chooses. */
  willUpdate(changed) {
    if (changed.has('table')) {
      const isFilled = ({ name, needed }) => needed || Object.keys(this.choices[name]).length > 0;
      this.#order = [...this.table.ours].sort((one, other) => isFilled(other) - isFilled(one));
    }
  }

  render() {
    const { columns, rows, ours } = this.table;
    const lacking = missing(this.choices, ours);
    const has = (column) => ours.some(({ name }) => name === column);
    const left = unused(this.choices, columns);
    return html`<div class="map">
      <div class="theirs">
        <h3>${t('import.theirs')}</h3>
        <p class="soft">${t('import.drag')}</p>
        <column-chips
          .columns=${columns}
          .rows=${rows}
          .unused=${left}
          @dropped=${({ detail }) => this.#choose(detail.onto, this.#from(detail))}
        ></column-chips>
        ${left.length === 0
          ? nothing
          : html`<p class="soft">${t('import.unused', { columns: left.join(t('comma')) })}</p>`}
      </div>
      <div class="ours">
        <h3>${t('import.ours')}</h3>
        <div class="slots">${this.#order.map((one) => this.#slot(one, lacking.includes(one.name)))}</div>
        ${has('line') && !has('shipment') ? this.#numbering() : nothing}
      </div>
    </div>`;
  }

  #slot(ours, lacks) {
    const { name } = ours;
    return html`<column-slot
      .ours=${ours}
      .lacks=${lacks}
      .choice=${this.choices[name]}
      .columns=${this.table.columns}
      .days=${this.table.days}
      @chosen=${({ detail }) => this.#choose(name, detail)}
    ></column-slot>`;
  }

  #numbering() {
    return html`<label class="tick">
      <input
        type="checkbox"
        name="number"
        .checked=${this.numbersLines}
        @change=${({ target }) => this.#say(this.choices, target.checked)}
      />
      <span>${t('import.number')}<small class="soft">${t('import.number-hint')}</small></span>
    </label>`;
  }

  #from({ column, onto }) {
    const { values } = this.choices[onto];
    const ours = this.table.ours.find(({ name }) => name === onto);
    return { ...readFrom(column, ours, this.table.days), ...(values && { values }) };
  }

  #choose(name, choice) {
    this.#say({ ...this.choices, [name]: choice }, this.numbersLines);
  }

  #say(choices, numbersLines) {
    this.dispatchEvent(new CustomEvent('mapped', { detail: { choices, numbersLines } }));
  }
}

customElements.define('column-map', ColumnMap);
