import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { can } from '../../base/reading/access.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { refusal } from '../../base/reading/refusals.js';
import { t, wording } from '../../base/words.js';
import { productDraft, sentProduct } from '../reading/product.js';
import { products, removeProduct, routings, saveProduct } from '../requests.js';
import './product-form.js';

const RESTED_MILLIS = 250;

/** The templates of products: what is made by which routing, and what is usually demanded of it. */
class ProductsPage extends LightElement {
  static properties = {
    me: { attribute: false },
    routings: { state: true },
    said: { state: true },
    trouble: { state: true },
  };

  #text = narrowing({ text: undefined }).text ?? '';
  #timer;
  #list = new Listing(this, 'products', (after) => products({ text: this.#text, after }));

  constructor() {
    super();
    this.routings = [];
  }

  #known;

  /** Until they are known, routings are called by their codes. */
  firstUpdated() {
    this.#known = this.#learn();
  }

  async #learn() {
    this.routings = (await routings().catch(() => ({ routings: [] }))).routings;
  }

  render() {
    const keeps = can(this.me, 'products.keep');
    return html`<section class="manage" aria-labelledby="products">
      <div class="lead">
        <div class="head">
          <h1 id="products">${t('ordering.products')}</h1>
          ${keeps
            ? html`<button class="go" data-action="add" @click=${() => this.#edit()}>
                ${t('ordering.add-product')}
              </button>`
            : nothing}
        </div>
        <p class="soft">${t('ordering.products-text')}</p>
      </div>
      <div class="filters" role="search">
        <label class="search">
          <span class="visually-hidden">${t('ordering.find-product')}</span>
          <input
            type="search"
            name="text"
            placeholder=${t('ordering.find-product')}
            .defaultValue=${this.#text}
            @input=${this.#search}
          />
        </label>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      <p role="alert" class="trouble">${this.trouble ?? ''}</p>
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-product=${one.code}>${this.#row(one, keeps)}</li>`)}
        </ul>`,
        this.#text ? t('ordering.no-product') : t('ordering.no-products'),
      )}
    </section>`;
  }

  #row(one, keeps) {
    const { code, name, unit, routing, requirements, missingStages } = one;
    const made = this.routings.find((known) => known.code === routing)?.name ?? routing;
    return html`<div class="row">
      <p class="row-main"><b>${wording(name)}</b> <span class="soft row-line">${code}</span></p>
      <p class="row-main">
        ${unit ? t('ordering.made-by-in', { routing: made, unit }) : made}
        <span class="soft row-line">${t('ordering.demands', { count: requirements.length })}</span>
        ${missingStages
          ? html`<span class="chip bad">${t('ordering.stages-gone')}</span>`
          : nothing}
      </p>
      ${keeps
        ? html`<p class="buttons">
            <button class="quiet" data-action="change" @click=${() => this.#edit(one)}>
              ${t('ordering.change')}<span class="visually-hidden"> ${wording(name)}</span>
            </button>
            <button class="quiet" data-action="remove" @click=${() => this.#remove(one)}>
              ${t('ordering.remove')}<span class="visually-hidden"> ${wording(name)}</span>
            </button>
          </p>`
        : nothing}
    </div>`;
  }

  #search = ({ target }) => {
    this.#text = target.value.trim();
    keepNarrowing({ text: this.#text });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#list.reload(), RESTED_MILLIS);
  };

  async #edit(product) {
    await this.#known; // There is nothing to choose from before.
    const form = Object.assign(document.createElement('product-form'), { product, routings: this.routings });
    const saved = await inDialog(form, product ? wording(product.name) : t('ordering.add-product'));
    await this.#tell(saved && t('ordering.product-saved', { name: wording(saved.name) }));
  }

  async #remove(product) {
    const name = wording(product.name);
    const question = {
      title: t('ordering.remove-product', { name }),
      text: t('ordering.remove-product-text'),
      go: t('ordering.remove'),
    };
    if (!(await confirmed(question))) {
      return;
    }
    try {
      await removeProduct(product.code, product.version);
      await this.#tell('');
      offerUndo(t('ordering.product-removed', { name }), async () => {
        await saveProduct(product.code, sentProduct(productDraft(product)), 0);
        await this.#tell('');
      });
    } catch (problem) {
      await this.#tell('');
      this.trouble = refusal(problem);
    }
  }

  #tell(said) {
    this.said = said;
    this.trouble = undefined;
    return this.#list.reload();
  }
}

customElements.define('products-page', ProductsPage);
