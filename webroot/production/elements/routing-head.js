import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { codeOf } from '../reading/routing.js';

/** What a routing is called, and when it is worked. A new one gets its code from its name, unless one is typed. */
class RoutingHead extends LightElement {
  static properties = {
    draft: { attribute: false },
    calendars: { attribute: false },
    problem: { attribute: false },
    isNew: { attribute: false },
    change: { attribute: false },
  };

  render() {
    const { draft } = this;
    return html`<div class="card two-up">
      ${this.#text('name', t('routings.name'), draft.name, { hint: t('routings.name-hint'), maxlength: 200 })}
      ${this.isNew
        ? this.#text('code', t('routings.code'), draft.code, {
          hint: t('routings.code-hint'),
          maxlength: 40,
          placeholder: codeOf(draft.name),
        })
        : nothing}
      <div class="entry">
        <label for="routing-calendar">${t('routings.calendar')}</label>
        <select
          id="routing-calendar"
          aria-invalid=${this.#wrong('calendar') ? 'true' : nothing}
          aria-describedby="routing-calendar-error"
          @change=${({ target }) => this.change({ calendar: target.value })}
        >
          <option value="" .selected=${!draft.calendar}>${t('routings.plant-calendar')}</option>
          ${this.calendars
            .filter(({ code }) => code !== 'plant')
            .map(({ code, name }) => html`<option value=${code} .selected=${draft.calendar === code}>${name}</option>`)}
        </select>
        <p class="trouble" id="routing-calendar-error" role="alert">${this.#wrong('calendar') ?? ''}</p>
      </div>
    </div>`;
  }

  #text(field, label, value, { hint, maxlength, placeholder = nothing }) {
    const wrong = this.#wrong(field);
    return html`<div class="entry">
      <label for="routing-${field}">${label}</label>
      <input
        id="routing-${field}"
        autocomplete="off"
        spellcheck="false"
        maxlength=${maxlength}
        placeholder=${placeholder}
        .value=${value}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="routing-${field}-hint routing-${field}-error"
        @input=${({ target }) => this.change({ [field]: target.value })}
      />
      <p class="soft" id="routing-${field}-hint">${hint}</p>
      <p class="trouble" id="routing-${field}-error" role="alert">${wrong ?? ''}</p>
    </div>`;
  }

  #wrong = (field) => (this.problem?.field === field ? refusal(this.problem) : undefined);
}

customElements.define('routing-head', RoutingHead);
