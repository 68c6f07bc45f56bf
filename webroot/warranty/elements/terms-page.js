import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t, wording } from '../../base/words.js';
import { OTHERS } from '../reading/terms.js';
import { removeTerm, terms } from '../requests.js';
import './term-form.js';

/** For how long products are covered, and the way to a piece. */
class TermsPage extends FormElement {
  static properties = { said: { state: true } };

  #list = new Listing(this, 'terms', terms);

  render() {
    return html`<section class="manage" aria-labelledby="terms">
      <div class="lead">
        <div class="head">
          <h1 id="terms">${t('terms.title')}</h1>
          <button class="go" data-action="add" @click=${() => this.#edit()}>${t('terms.add')}</button>
        </div>
        <p class="soft">${t('terms.text')}</p>
      </div>
      <form class="filters" novalidate @submit=${this.#find}>
        ${field({ id: 'serial', label: t('terms.find'), maxlength: 80, code: true, error: this.wrong('serial') })}
        <button class="quiet" data-action="find">${t('terms.find-go')}</button>
        <a class="quiet" href="/warranty/cards">${t('warranty-cards.title')}</a>
      </form>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble('serial')}
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-product=${one.product}>${this.#row(one)}</li>`)}
        </ul>`,
        t('terms.none'),
      )}
    </section>`;
  }

  #row(one) {
    const name = nameOf(one);
    return html`<div class="row">
      <p class="row-main">
        <b>${name}</b>
        <span class="soft row-line">${one.covers ? wording(one.covers) : t('terms.covers-unsaid')}</span>
      </p>
      <p class="row-main">
        ${t(`terms.from-${one.begins}`, { count: one.months })}
        ${one.euLaw ? html`<span class="soft row-line">${t('terms.eu-law-short')}</span>` : nothing}
      </p>
      <p class="buttons">
        <button class="quiet" data-action="change" @click=${() => this.#edit(one)}>
          ${t('terms.change')}<span class="visually-hidden"> ${name}</span>
        </button>
        <button class="quiet" data-action="remove" @click=${() => this.#remove(one)}>
          ${t('terms.remove')}<span class="visually-hidden"> ${name}</span>
        </button>
      </p>
    </div>`;
  }

  #find = (event) => {
    const { serial } = submitted(event);
    if (this.fine(event.target)) {
      location.assign(`/warranty/pieces/${encodeURIComponent(serial.trim())}`);
    }
  };

  async #edit(term) {
    const form = Object.assign(document.createElement('term-form'), { term });
    const saved = await inDialog(form, term ? nameOf(term) : t('terms.add'));
    saved && (await this.#tell(t('terms.saved', { product: nameOf({ product: saved }) })));
  }

  async #remove(term) {
    const question = {
      title: t('terms.remove-title', { product: nameOf(term) }),
      text: t('terms.remove-text'),
      go: t('terms.remove'),
    };
    if ((await confirmed(question)) && (await this.attempt(() => removeTerm(term.product)))) {
      await this.#tell(t('terms.removed', { product: nameOf(term) }));
    }
  }

  #tell(said) {
    this.said = said;
    return this.#list.reload();
  }
}

const nameOf = ({ product }) => (product === OTHERS ? t('terms.others') : product);

customElements.define('terms-page', TermsPage);
