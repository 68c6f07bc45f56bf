import { html } from 'lit';
import { savedOver } from '../../base/elements/difference.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { addOperator, changeOperator } from '../requests.js';

/** Adds somebody who reports at stations, or changes them; `done` with them. */
class OperatorForm extends FormElement {
  static properties = { operator: { attribute: false } };
  static texts = { 409: 'operator-form.taken' };

  render() {
    const { name = '', badge = '' } = this.operator ?? {};
    const isNew = !this.operator;
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(isNew ? 'operators.add' : 'operators.change-title')}</h2>
      ${this.#field('name', { value: name, maxlength: 100 })}
      ${this.#field('badge', { value: badge, maxlength: 80, code: true, hint: t('operator-form.badge-hint') })}
      ${this.#field('pin', {
        type: 'password',
        autocomplete: 'new-password',
        inputmode: 'numeric',
        minlength: 4,
        maxlength: 8,
        required: isNew,
        hint: t(isNew ? 'operator-form.pin-hint' : 'operator-form.pin-stays'),
      })}
      ${this.trouble('name', 'badge', 'pin')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, more) {
    return field({
      id: `operator-${name}`,
      name,
      label: t(`operator-form.${name}`),
      error: this.wrong(name),
      ...more,
    });
  }

  #save = (event) => {
    const { pin, ...said } = submitted(event);
    if (this.fine(event.target)) {
      const operator = pin ? { ...said, pin } : said;
      this.attempt(async () => {
        const saved = await (this.operator ? this.#change(operator) : addOperator(operator));
        saved && this.done(saved);
      });
    }
  };

  #change(mine) {
    const fields = ['name', 'badge'].map((name) => ({ name, label: t(`operator-form.${name}`) }));
    const save = (said, startedFrom) => changeOperator(this.operator.id, said, startedFrom);
    return savedOver({ save, started: this.operator, mine, fields });
  }
}

customElements.define('operator-form', OperatorForm);
