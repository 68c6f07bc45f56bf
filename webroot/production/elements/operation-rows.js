import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { matchedBy } from '../reading/operations.js';
import { emptyOperation } from '../reading/routing.js';

const NAMED = 6;

/** The operations of a stage, a pattern a row, each tried at once against what the plant has reported. */
class OperationRows extends LightElement {
  static properties = {
    at: { attribute: false },
    stage: { attribute: false },
    reported: { attribute: false },
    wrong: { attribute: false },
    change: { attribute: false },
  };

  render() {
    const { operations } = this.stage;
    return html`<fieldset class="operations">
      <legend>${t('routings.operations')}</legend>
      <p class="soft" id="op-hint-${this.stage.key}">${t('routings.operations-hint')}</p>
      ${repeat(operations, ({ key }) => key, (one, place) => this.#row(one, place))}
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
      <p class="buttons">
        <button type="button" class="quiet" data-action="add-operation" @click=${() => this.#add()}>
          ${t('routings.add-operation')}
        </button>
      </p>
    </fieldset>`;
  }

  #row(one, place) {
    const id = `op-${one.key}`;
    const label = t('routings.operation-number', { number: place + 1 });
    return html`<div class="operation" data-operation=${one.pattern}>
      <input
        id=${id}
        aria-label=${label}
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        .value=${one.pattern}
        aria-invalid=${this.wrong ? 'true' : nothing}
        aria-describedby="${id}-found op-hint-${this.stage.key}"
        @input=${({ target }) => this.#put(place, { pattern: target.value })}
        @keydown=${(event) => this.#key(event, place)}
      />
      <label class="tick">
        <input
          type="checkbox"
          .checked=${one.counts}
          @change=${({ target }) => this.#put(place, { counts: target.checked })}
        />
        <span>${t('routings.counts')}<span class="visually-hidden"> (${one.pattern || label})</span></span>
      </label>
      <button
        type="button"
        class="quiet tool"
        data-action="remove-operation"
        aria-label=${t('routings.remove-operation', { name: one.pattern || label })}
        title=${t('routings.remove-operation', { name: one.pattern || label })}
        @click=${() => this.#replace(this.stage.operations.filter(({ key }) => key !== one.key))}
      >×</button>
      <p class="found soft" id="${id}-found">${this.#found(one.pattern)}</p>
    </div>`;
  }

  #found(pattern) {
    if (!pattern.trim() || this.reported.length === 0) {
      return '';
    }
    const matched = matchedBy(pattern, this.reported);
    if (matched.length === 0) {
      return t('routings.matches-nothing');
    }
    const named = matched.slice(0, NAMED).map(({ name, reports }) => `${name} (${number(reports)})`);
    const more = matched.length - named.length;
    const rest = more > 0 ? t('routings.more', { count: more }) : '';
    return t('routings.matches', { names: named.join(t('comma')) + rest });
  }

  #put = (place, some) =>
    this.#replace(this.stage.operations.map((one, at) => (at === place ? { ...one, ...some } : one)));

  #replace = (operations) => this.change({ operations });

  /** Enter begins the next one: it must not save. */
  #key(event, place) {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#add(place + 1);
    }
  }

  async #add(place = this.stage.operations.length) {
    const fresh = emptyOperation();
    const { operations } = this.stage;
    this.#replace([...operations.slice(0, place), fresh, ...operations.slice(place)]);
    await new Promise(requestAnimationFrame); // The page around draws first, then this.
    this.querySelector(`#op-${fresh.key}`)?.focus();
  }
}

customElements.define('operation-rows', OperationRows);
