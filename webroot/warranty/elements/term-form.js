import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { OTHERS, promiseOf, textFields } from '../reading/terms.js';
import { saveTerm } from '../requests.js';

const BEGINS = ['shipment', 'delivery'];

/** The terms of a product; `done` with which, or with nothing if they were put away. */
class TermForm extends FormElement {
  static properties = {
    /** Absent for new ones. */
    term: { attribute: false },
  };

  render() {
    const { product, months = 24, begins = 'delivery', covers, claimsAt, euLaw = false } = this.term ?? {};
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${product ? (product === OTHERS ? t('terms.others') : product) : t('terms.add')}</h2>
      ${product
        ? ''
        : this.#field('product', '', { hint: t('terms.product-hint'), maxlength: 200 })}
      ${this.#field('months', String(months), { type: 'number', min: 1, max: 600, inputmode: 'numeric' })}
      ${selection({
        name: 'begins',
        label: t('terms.begins'),
        options: BEGINS.map((one) => [one, t(`terms.begins-${one}`)]),
        chosen: begins,
      })}
      ${this.#texts('covers', covers)} ${this.#texts('claims', claimsAt)}
      <label class="tick">
        <input type="checkbox" name="euLaw" .checked=${euLaw} />
        <span>${t('terms.eu-law')}<small class="soft">${t('terms.eu-law-text')}</small></span>
      </label>
      ${this.trouble('product', 'months')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, value, more = {}) {
    const id = `term-${name}`;
    return field({ id, label: t(`terms.${name}`), value, error: this.wrong(name, id), ...more });
  }

  #texts(name, text) {
    const { en, zh } = textFields(text);
    const more = { required: false, maxlength: 1000 };
    return html`${this.#field(`${name}-en`, en, more)} ${this.#field(`${name}-zh`, zh, more)}`;
  }

  #save = async (event) => {
    const form = submitted(event);
    const product = this.term?.product ?? form['term-product'].trim();
    if (this.fine(event.target) && (await this.attempt(() => saveTerm(product, promiseOf(form))))) {
      this.done(product);
    }
  };
}

customElements.define('term-form', TermForm);
