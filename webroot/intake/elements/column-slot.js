import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { has, t } from '../../base/words.js';
import { readFrom, translated, written } from '../reading/mapping.js';
import { companies, routings } from '../requests.js';

const CONSTANT = ' constant';
const OFFERED = { company: companies, routing: routings };
const FORMATS = [
  ['year-month-day', 'import.days-year-first'],
  ['day.month.year', 'import.days-day-first'],
  ['month/day/year', 'import.days-month-first'],
];

/** What a column is called; of one that says a text in a language also which. */
export function called(name) {
  const [, text, tag] = /^(.+)_([^_]+)$/.exec(name) ?? [];
  if (has(`import.column.${name}`)) {
    return t(`import.column.${name}`);
  }
  return has(`import.column.${text}`) ? `${t(`import.column.${text}`)} (${tag})` : name;
}

/** One of our columns, and where it is read from; says what was chosen with the event `chosen`. */
class ColumnSlot extends LightElement {
  static properties = {
    ours: { attribute: false },
    lacks: { attribute: false },
    choice: { attribute: false },
    columns: { attribute: false },
    days: { attribute: false },
    offered: { state: true },
  };

  /** What can stand in every row is asked for once somebody wants that; without it, it is typed. */
  willUpdate() {
    const read = OFFERED[this.ours.name];
    if (read && this.choice.constant !== undefined && !this.offered) {
      this.offered = [];
      read().then(
        (found) => (this.offered = found),
        () => (this.offered = 'unknown'),
      );
    }
  }

  render() {
    const { name, needed, day } = this.ours;
    const { from, constant } = this.choice;
    const id = `slot-${name}`;
    return html`<div class="slot ${this.lacks ? 'lacks' : ''}" data-slot=${name}>
      <label for=${id}>
        ${called(name)} ${needed ? html`<em>${t('import.needed')}</em>` : nothing}
        <code class="soft">${name}</code>
      </label>
      <select id=${id} @change=${({ target }) => this.#choose(target.value)}>
        <option value="" ?selected=${from === undefined && constant === undefined}>${t('import.nothing')}</option>
        <option value=${CONSTANT} ?selected=${constant !== undefined}>${t('import.constant')}</option>
        ${this.columns.map((column) => html`<option
          value=${column}
          ?selected=${column === from}
        >${t('import.from', { column })}</option>`)}
      </select>
      ${constant === undefined ? nothing : this.#constant(constant)}
      ${from !== undefined && day ? this.#format() : nothing}
      ${from === undefined ? nothing : this.#values()}
    </div>`;
  }

  #constant(constant) {
    return Array.isArray(this.offered) ? this.#offer(constant) : this.#typed(constant);
  }

  #offer(constant) {
    const isThere = constant === '' || this.offered.some(({ code }) => code === constant);
    const all = isThere ? this.offered : [{ code: constant }, ...this.offered];
    return html`<select
      name="constant"
      aria-label=${t('import.constant-of', { column: called(this.ours.name) })}
      @change=${({ target }) => this.#say({ constant: target.value })}
    >
      <option value="" ?selected=${constant === ''}>${t('import.choose')}</option>
      ${all.map(({ code, name }) => html`<option
        value=${code}
        ?selected=${code === constant}
      >${name ? `${name} (${code})` : code}</option>`)}
    </select>`;
  }

  #typed(constant) {
    return html`<input
      name="constant"
      aria-label=${t('import.constant-of', { column: called(this.ours.name) })}
      .value=${constant}
      maxlength="500"
      @input=${({ target }) => this.#say({ constant: target.value })}
    />`;
  }

  /** How its days are written; that they could be read in two ways is said before anything is refused. */
  #format() {
    const { from, day, ...more } = this.choice;
    const unclear = day === undefined && this.days[from]?.length > 1;
    return html`<select
        name="format"
        aria-label=${t('import.days-of', { column: called(this.ours.name) })}
        @change=${({ target }) => this.#say({ from, ...more, ...(target.value && { day: target.value }) })}
      >
        <option value="" ?selected=${day === undefined}>${t('import.days-automatic')}</option>
        ${FORMATS.map(([code, key]) => html`<option value=${code} ?selected=${code === day}>${t(key)}</option>`)}
      </select>
      ${unclear ? html`<p class="trouble">${t('import.days-unclear')}</p>` : nothing}`;
  }

  #values() {
    const { values } = this.choice;
    return html`<details ?open=${values !== undefined}>
      <summary>${t('import.values')}</summary>
      <textarea
        rows="2"
        aria-label=${t('import.values-of', { column: called(this.ours.name) })}
        placeholder=${t('import.values-example')}
        .value=${written(values)}
        @change=${({ target }) => this.#say({ ...this.choice, values: translated(target.value) })}
      ></textarea>
    </details>`;
  }

  #choose(value) {
    const from = () => readFrom(value, this.ours, this.days);
    this.#say(value === CONSTANT ? { constant: '' } : value === '' ? {} : from());
  }

  #say(choice) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: choice }));
  }
}

customElements.define('column-slot', ColumnSlot);
