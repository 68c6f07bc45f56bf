import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { groundFields, groundOf, NO_GROUND } from '../../base/elements/ground-fields.js';
import { date } from '../../base/format.js';
import { passed } from '../../base/reading/faults.js';
import { t, wording } from '../../base/words.js';
import { reasonOf } from '../reading/reason.js';
import { chosenAgain, keyed } from '../reading/sending.js';
import { actOnOrders } from '../requests.js';
import { preview, reasonFields } from './reason-fields.js';
import './several-outcome.js';

/** Does one thing with several orders, and says of each what became of it. */
class SeveralForm extends FormElement {
  static properties = {
    act: { attribute: false },
    orders: { attribute: false },
    by: { state: true },
    said: { state: true },
    ground: { state: true },
    outcomes: { state: true },
  };

  #key = keyed(newKey);

  constructor() {
    super();
    this.by = 'days';
    this.said = {};
    this.ground = NO_GROUND;
  }

  render() {
    return this.outcomes
      ? html`<several-outcome .outcomes=${this.outcomes} @done=${this.#leave}></several-outcome>`
      : this.#form();
  }

  #form() {
    const { act, orders } = this;
    return html`<form class="form" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t(`several.${act}-title`, { count: orders.length })}</h2>
      <p class="soft several-orders">${orders.join(t('comma'))}</p>
      ${act === 'promise' ? [this.#date(), groundFields(this, this.ground, { several: true })] : nothing}
      ${act === 'resume' ? nothing : [reasonFields(this), preview(this.#sentence())]}
      ${this.trouble('date', 'workingDays', 'cause', 'side', 'reason', 'reason.en', 'reason.zh-CN')}
      <p class="buttons">
        <button class=${act === 'cancel' ? 'go danger' : 'go'} data-action="save-several" ?disabled=${this.busy}>
          ${t(`several.${act}-go`, { count: orders.length })}
        </button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('acts.back')}</button>
      </p>
    </form>`;
  }

  #date() {
    return html`<fieldset class="acts-kinds">
        <legend>${t('several.how')}</legend>
        ${['days', 'date', 'open'].map(
          (by) => html`<label>
            <input type="radio" name="by" value=${by} .checked=${this.by === by} @change=${() => (this.by = by)} />
            <span>${t(`several.by-${by}`)}</span>
          </label>`,
        )}
      </fieldset>
      ${this.by === 'days' ? this.#days() : nothing} ${this.by === 'date' ? this.#day() : nothing}`;
  }

  #days() {
    return field({
      id: 'several-days',
      name: 'workingDays',
      label: t('several.days'),
      hint: t('several.days-hint'),
      type: 'number',
      min: -250,
      max: 250,
      step: 1,
      error: this.wrong('workingDays'),
    });
  }

  #day() {
    return field({
      id: 'several-date',
      name: 'date',
      label: t('acts.promise-date'),
      type: 'date',
      error: this.wrong('date'),
    });
  }

  #sentence() {
    const reason = wording(this.said.reason) || '…';
    return this.act === 'promise'
      ? t('acts.reads-because', { what: this.#told(), reason })
      : t(`acts.reads-${this.act}`, { reason });
  }

  #told() {
    const { date: day } = this.said;
    if (this.by === 'open') {
      return t('acts.reads-tbc');
    }
    return this.by === 'days' ? t('several.reads-days') : t('acts.reads-date', { date: day ? date(day) : '…' });
  }

  #typed = ({ currentTarget }) => {
    const values = Object.fromEntries(new FormData(currentTarget));
    this.said = {
      date: values.date || undefined,
      workingDays: values.workingDays ? Number(values.workingDays) : undefined,
      toBeConfirmed: values.by === 'open' ? true : undefined,
      reason: reasonOf(values),
    };
    this.ground = groundOf(values, this.ground);
  };

  #save = async (event) => {
    submitted(event);
    if (!this.fine(event.target, { unusual: this.by === 'date' ? passed('date', this.said.date) : [] })) {
      return;
    }
    const ground = this.act === 'promise' ? this.ground : {};
    const wish = { act: this.act, orders: this.orders, ...this.said, ...ground };
    await this.attempt(async () => (this.outcomes = (await actOnOrders(wish, this.#key.for(wish))).orders));
    if (this.problem) {
      this.#key.refused(this.problem.status);
    }
  };

  #leave = (event) => {
    event.stopPropagation();
    this.done(chosenAgain(this.outcomes));
  };
}

customElements.define('several-form', SeveralForm);
