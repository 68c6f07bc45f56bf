import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { correctionOf, counted } from '../reading/correction.js';
import { local, momentOf } from '../reading/moments.js';
import { reasonOf } from '../reading/reason.js';
import { report } from '../requests.js';
import { reasonFields } from './reason-fields.js';
import { whenField } from './when-field.js';

/** Corrects a report by another that says what is right, or that it did not happen; both stay in the history. */
class CorrectReport extends FormElement {
  static properties = {
    order: { attribute: false },
    event: { attribute: false },
    /** What it says, as the history tells it. */
    said: { attribute: false },
    happened: { state: true },
  };

  #id = `hand-${newKey()}`;

  constructor() {
    super();
    this.happened = true;
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('acts.correct-title')}</h2>
      <p class="acts-preview"><small class="soft">${t('acts.correct-said')}</small><span>${this.said}</span></p>
      <fieldset class="acts-kinds">
        <legend class="visually-hidden">${t('acts.correct-what')}</legend>
        ${[true, false].map((happened) => this.#choice(happened))}
      </fieldset>
      ${this.happened ? this.#fields() : reasonFields(this, { required: false })}
      ${this.trouble('good', 'rejected', 'scrapped', 'value', 'passed', 'happenedAt', 'reason', 'reason.en')}
      <p class="buttons">
        <button class="go" data-action="save-correction" ?disabled=${this.busy}>${t('acts.correct-go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #choice(happened) {
    return html`<label>
      <input
        type="radio"
        name="happened"
        .checked=${this.happened === happened}
        @change=${() => (this.happened = happened)}
      />
      <span>${t(happened ? 'acts.correct-otherwise' : 'acts.correct-never')}</span>
    </label>`;
  }

  #fields() {
    const { body, happenedAt } = this.event;
    return html`${counted(body).map((name) => this.#number(name, body[name], 'any'))}
      ${body.value === undefined ? nothing : this.#number('value', body.value, 'any')}
      ${body.passed === undefined ? nothing : this.#answer(body.passed)}
      ${body.kind === 'held' ? reasonFields(this, { typed: typed(body.reason) }) : nothing}
      ${whenField(this, happenedAt)}`;
  }

  #number(name, value = '', step) {
    return field({
      id: `correct-${name}`,
      name,
      label: name === 'value' ? t('acts.value') : t(`acts.${name}-plain`),
      type: 'number',
      inputmode: 'decimal',
      value,
      min: name === 'value' ? undefined : 0,
      step,
      required: name === 'value',
      error: this.wrong(name),
    });
  }

  #answer(passed) {
    return html`<fieldset class="acts-kinds">
      <legend>${t('acts.met')}</legend>
      ${[true, false].map(
        (answer) => html`<label>
          <input type="radio" name="passed" value=${answer} required .checked=${answer === passed} />
          <span>${t(`acts.met-${answer}`)}</span>
        </label>`,
      )}
      <p class="trouble" role="alert">${this.wrong('passed') ?? ''}</p>
    </fieldset>`;
  }

  #save = async (event) => {
    const { passed, value, when, ...counts } = submitted(event);
    const numbers = counted(this.event.body).filter((name) => counts[name]);
    const values = Object.fromEntries(numbers.map((name) => [name, Number(counts[name])]));
    const said = {
      happened: this.happened,
      reason: reasonOf(counts),
      happenedAt: this.#moment(when),
      values: {
        ...values,
        ...(value === undefined ? {} : { value: Number(value) }),
        ...(passed === undefined ? {} : { passed: passed === 'true' }),
      },
    };
    const correction = correctionOf({ order: this.order, event: this.event, id: this.#id }, said);
    if (this.fine(event.target) && (await this.attempt(() => report(correction)))) {
      this.done(true);
    }
  };

  /** The field tells minutes: a moment that nobody touched stays as it was, to the second. */
  #moment(when) {
    const { happenedAt } = this.event;
    return !when || when === local(Date.parse(happenedAt)) ? happenedAt : momentOf(when);
  }
}

/** A reason by language, as the fields hold it. */
const typed = (reason) => (typeof reason === 'string' ? { en: reason } : reason);

customElements.define('correct-report', CorrectReport);
