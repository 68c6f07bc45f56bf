import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { listed, sought, typedAs } from '../reading/criteria.js';
import { contain, preview } from '../requests.js';
import './containment-counts.js';

/** What is sought, seen before: what it would come to stands there until something else is sought. */
class ContainmentForm extends FormElement {
  static properties = { page: { attribute: false }, seen: { state: true } };
  static texts = { 412: 'problem-change.changed' };

  #criteria;

  render() {
    const { page, seen, busy } = this;
    const typed = typedAs(page);
    return html`<form class="form" novalidate @submit=${this.#see} @input=${() => (this.seen = undefined)}>
      <h2>${t(page.containment ? 'contain.change' : 'contain.begin')}</h2>
      <p class="soft">${t('contain.all-given')}</p>
      ${this.#text('lots', listed(typed.lots), t('contain.lots-hint'))}
      ${this.#text('supplierLots', listed(typed.supplierLots), t('contain.lots-hint'))}
      <fieldset class="where">
        <legend>${t('contain.field.serialRange')}</legend>
        ${this.#text('serialRange.from', typed.serialRange?.from)}
        ${this.#text('serialRange.to', typed.serialRange?.to)}
      </fieldset>
      <fieldset class="where">
        <legend>${t('contain.field.station')}</legend>
        ${this.#text('station.name', typed.station?.name)}
        ${this.#text('station.from', typed.station?.from, undefined, 'datetime-local')}
        ${this.#text('station.until', typed.station?.until, undefined, 'datetime-local')}
      </fieldset>
      <fieldset class="where">
        <legend>${t('contain.field.product')}</legend>
        ${this.#text('product.name', wording(typed.product?.name))}
        ${this.#text('product.revision', typed.product?.revision)}
      </fieldset>
      ${this.trouble()}
      <div aria-live="polite">
        ${seen
          ? html`<div class="card contain-seen">
              <h3>${t('contain.would')}</h3>
              <containment-counts .counts=${seen}></containment-counts>
            </div>`
          : nothing}
      </div>
      <p class="buttons contain-buttons">
        ${seen
          ? html`<button
              type="button"
              class="go danger"
              data-action="contain-now"
              ?disabled=${busy}
              @click=${this.#contain}
            >${t(page.containment ? 'contain.go-change' : 'contain.go')}</button>`
          : html`<button class="go" data-action="preview" ?disabled=${busy}>${t('contain.preview')}</button>`}
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  /** What it would come to is brought before their eyes once it is drawn; the buttons stay below it. */
  async updated(changed) {
    if (changed.has('seen') && this.seen) {
      await this.querySelector('containment-counts').updateComplete;
      this.querySelector('.contain-seen')?.scrollIntoView({ block: 'start' });
    }
  }

  #text(name, value, hint, type = 'text') {
    return field({
      id: `contain-${name.replace('.', '-')}`,
      name,
      label: t(`contain.field.${name}`),
      type,
      value: value ?? '',
      hint,
      required: false,
      code: true,
      error: this.wrong(name),
    });
  }

  /** A fault in one of several is said where they stand. */
  wrong(name) {
    const { field: at } = this.problem ?? {};
    return super.wrong(at?.startsWith(`${name}[`) ? at : name, name);
  }

  #see = async (event) => {
    event.preventDefault();
    this.#criteria = sought(Object.fromEntries(new FormData(event.target)));
    await this.attempt(async () => (this.seen = await preview(this.page.number, this.#criteria)));
  };

  #contain = async () => {
    (await this.attempt(() => contain(this.page, this.#criteria))) && this.done();
  };
}

customElements.define('containment-form', ContainmentForm);
