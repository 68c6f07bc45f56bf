import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { has, t } from '../../base/words.js';
import { translated, written } from '../reading/mapping.js';

const CONSTANT = ' constant';

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
    name: { attribute: false },
    needed: { attribute: false },
    lacks: { attribute: false },
    choice: { attribute: false },
    columns: { attribute: false },
  };

  render() {
    const { from, constant } = this.choice;
    const id = `slot-${this.name}`;
    return html`<div class="slot ${this.lacks ? 'lacks' : ''}" data-slot=${this.name}>
      <label for=${id}>
        ${called(this.name)} ${this.needed ? html`<em>${t('import.needed')}</em>` : nothing}
        <code class="soft">${this.name}</code>
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
      ${from === undefined ? nothing : this.#values()}
    </div>`;
  }

  #constant(constant) {
    return html`<input
      name="constant"
      aria-label=${t('import.constant-of', { column: called(this.name) })}
      .value=${constant}
      maxlength="500"
      @input=${({ target }) => this.#say({ constant: target.value })}
    />`;
  }

  #values() {
    const { values } = this.choice;
    return html`<details ?open=${values !== undefined}>
      <summary>${t('import.values')}</summary>
      <textarea
        rows="2"
        aria-label=${t('import.values-of', { column: called(this.name) })}
        placeholder=${t('import.values-example')}
        .value=${written(values)}
        @change=${({ target }) => this.#say({ ...this.choice, values: translated(target.value) })}
      ></textarea>
    </details>`;
  }

  #choose(value) {
    this.#say(value === CONSTANT ? { constant: '' } : value === '' ? {} : { from: value });
  }

  #say(choice) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: choice }));
  }
}

customElements.define('column-slot', ColumnSlot);
