import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { contributions } from '../../base/places.js';
import { refusal } from '../../base/reading/refusals.js';
import { LANGUAGES, number, t } from '../../base/words.js';
import { codeOf } from '../reading/routing.js';
import './operation-rows.js';

/** What a stage is called, what belongs to it, what counts, and how long it takes. */
class StageForm extends LightElement {
  static properties = {
    stage: { attribute: false },
    at: { attribute: false },
    reported: { attribute: false },
    /** What history proposes; absent where fewer than five lines passed. */
    time: { attribute: false },
    calendars: { attribute: false },
    problem: { attribute: false },
    change: { attribute: false },
  };

  render() {
    const { stage, at } = this;
    return html`<div class="stage-form">
      <div class="two-up">
        ${this.#languages().map((tag) => this.#name(tag))}
        ${this.#text('code', t('routings.stage-code'), stage.code, {
          hint: stage.isNew ? t('routings.stage-code-hint') : t('routings.stage-code-kept'),
          readonly: !stage.isNew,
          placeholder: codeOf(stage.name.en ?? '') || `stage-${at + 1}`,
          take: (code) => ({ code }),
        })}
      </div>
      <operation-rows
        .at=${at}
        .stage=${stage}
        .reported=${this.reported}
        .wrong=${this.#wrong('operations') ?? this.#wrong('countedBy')}
        .change=${this.change}
      ></operation-rows>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${stage.mayBeSkipped}
          @change=${({ target }) => this.change({ mayBeSkipped: target.checked })}
        />
        <span>${t('routings.may-be-skipped')}<small class="soft">${t('routings.may-be-skipped-hint')}</small></span>
      </label>
      <div class="two-up">
        ${this.#hours('usualHours', 'usual-hours')} ${this.#hours('slowHours', 'slow-hours')} ${this.#calendar()}
      </div>
      ${this.#proposal()} ${contributions('routing-stage', { stage: stage.code })}
    </div>`;
  }

  /** Ours, and whatever else it is called in. */
  #languages = () => [...new Set([...Object.keys(LANGUAGES), ...Object.keys(this.stage.name)])];

  #name(tag) {
    return this.#text(`name.${tag}`, t('routings.stage-name', { language: LANGUAGES[tag] ?? tag }),
      this.stage.name[tag] ?? '', {
        maxlength: 200,
        lang: tag,
        take: (text) => ({ name: { ...this.stage.name, [tag]: text } }),
      });
  }

  #text(field, label, value, { hint = '', lang = nothing, maxlength = 40, readonly, placeholder = nothing, take }) {
    const id = `s-${this.stage.key}-${field.replace('.', '-')}`;
    const wrong = this.#wrong(field);
    return html`<div class="entry">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        data-field=${field}
        lang=${lang}
        autocomplete="off"
        spellcheck="false"
        maxlength=${maxlength}
        placeholder=${placeholder}
        ?readonly=${readonly}
        .value=${value}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="${id}-hint ${id}-error"
        @input=${({ target }) => this.change(take(target.value))}
      />
      <p class="soft" id="${id}-hint">${hint}</p>
      <p class="trouble" id="${id}-error" role="alert">${wrong ?? ''}</p>
    </div>`;
  }

  #hours(field, key) {
    return this.#text(field, t(`routings.${key}`), this.stage[field], {
      hint: t(`routings.${key}-hint`),
      take: (hours) => ({ [field]: hours }),
    });
  }

  #calendar() {
    const { stage } = this;
    const id = `s-${stage.key}-calendar`;
    const wrong = this.#wrong('calendar');
    return html`<div class="entry">
      <label for=${id}>${t('routings.calendar')}</label>
      <select
        id=${id}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby="${id}-error"
        @change=${({ target }) => this.change({ calendar: target.value })}
      >
        <option value="" .selected=${!stage.calendar}>${t('routings.calendar-of-routing')}</option>
        ${this.calendars.map(
          ({ code, name }) => html`<option value=${code} .selected=${stage.calendar === code}>${name}</option>`,
        )}
      </select>
      <p class="trouble" id="${id}-error" role="alert">${wrong ?? ''}</p>
    </div>`;
  }

  #proposal() {
    if (!this.time) {
      return nothing;
    }
    const { usualHours, slowHours, lines } = this.time;
    const there = Number(this.stage.usualHours) === usualHours && Number(this.stage.slowHours) === slowHours;
    return html`<p class="proposal">
      ${t('routings.proposal', { count: lines, usual: number(usualHours), slow: number(slowHours) })}
      ${there
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            data-action="take-over"
            @click=${() => this.change({ usualHours: String(usualHours), slowHours: String(slowHours) })}
          >${t('routings.take-over')}</button>`}
    </p>`;
  }

  #wrong(field) {
    const path = `stages[${this.at}].${field}`;
    const said = this.problem?.field ?? '';
    return said === path || said.startsWith(`${path}[`) ? refusal(this.problem) : undefined;
  }
}

customElements.define('stage-form', StageForm);
