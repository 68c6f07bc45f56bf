import { html, nothing } from 'lit';
import { chosenBetween } from '../../base/elements/difference.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { put } from '../reading/paths.js';
import { emptyProduct, productDraft, productFields, sentProduct } from '../reading/product.js';
import { notNumbers, requirementDraft } from '../reading/requirements.js';
import { lastOrdered, saveProduct } from '../requests.js';
import { choice, entry, typed, unitList, worded } from './entries.js';
import './requirement-rows.js';

/** One template; `done` with what it is called, or with nothing if it was put away. */
class ProductForm extends FormElement {
  static properties = {
    /** Absent for a new one. */
    product: { attribute: false },
    routings: { attribute: false },
    draft: { state: true },
    proposed: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.draft ??= this.product ? productDraft(this.product) : emptyProduct();
  }

  render() {
    const { draft, product, problem } = this;
    return html`<form class="form product-form" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${product ? wording(product.name) : t('ordering.add-product')}</h2>
      ${product?.missingStages
        ? html`<p class="trouble-box" role="alert">
            ${t('ordering.missing-stages', { stages: product.missingStages.join(t('comma')) })}
          </p>`
        : nothing}
      <div class="two">
        ${product
          ? nothing
          : entry({
            path: 'code',
            label: t('ordering.product-code'),
            hint: t('ordering.product-code-hint'),
            value: draft.code,
            problem,
            required: true,
            maxlength: 60,
          })}
        ${worded({
          path: 'name',
          label: t('ordering.product-name'),
          value: draft.name,
          problem,
          change: this.#put,
          required: true,
          maxlength: 100,
        })}
        ${choice({
          path: 'routing',
          label: t('ordering.routing'),
          value: draft.routing,
          problem,
          required: true,
          options: [['', t('ordering.choose-routing')], ...this.routings.map(({ code, name }) => [code, name])],
        })}
        ${entry({
          path: 'unit',
          label: t('ordering.unit'),
          hint: t('ordering.unit-hint'),
          value: draft.unit,
          problem,
          maxlength: 20,
          list: 'units',
        })}
      </div>
      ${unitList()}
      <p>
        <button type="button" class="quiet" data-action="propose" ?disabled=${this.busy} @click=${this.#propose}>
          ${t('ordering.propose')}
        </button>
      </p>
      <p class="soft" role="status">${this.proposed ?? ''}</p>
      <h3>${t('ordering.requirements')}</h3>
      <requirement-rows
        path="requirements"
        .requirements=${draft.requirements}
        .routing=${this.routings.find(({ code }) => code === draft.routing)}
        .problem=${problem}
        .change=${this.#put}
      ></requirement-rows>
      ${this.#isSaid() ? nothing : this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #isSaid = () => /^(code|name|routing|unit|requirements)\b/.test(this.problem?.field ?? '');

  #put = (path, value) => (this.draft = put(this.draft, path, value));

  #typed = (event) => {
    const said = typed(event);
    said && this.#put(...said);
  };

  /** As it was ordered last, whatever stands here but its name. */
  #propose = () =>
    this.attempt(async () => {
      const name = wording(this.draft.name).trim() || this.draft.code.trim();
      const [found] = name ? (await lastOrdered(name)).proposals : [];
      this.proposed = found
        ? t('ordering.proposed', { number: found.order })
        : t(name ? 'ordering.nothing-proposed' : 'ordering.name-first');
      if (found) {
        const { routing, unit = '', requirements } = found;
        this.draft = { ...this.draft, routing, unit, requirements: requirements.map(requirementDraft) };
      }
    });

  #save = async (event) => {
    event.preventDefault();
    const fields = notNumbers(this.draft.requirements);
    if (this.fine(event.target, { wrong: fields.map((field) => ({ field, said: t('ordering.not-a-number') })) })) {
      await this.#send(sentProduct(this.draft), this.product?.version ?? 0);
    }
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  };

  async #send(said, startedFrom) {
    const code = this.product?.code ?? this.draft.code.trim();
    if (await this.attempt(() => saveProduct(code, said, startedFrom))) {
      this.done({ code, name: said.name });
    } else if (this.problem.status === 412) {
      await this.#settle(said);
    }
  }

  /** Somebody else changed it: one chooses field by field, and it is sent once more from there. */
  async #settle(mine) {
    const { problem } = this;
    if (!this.product) {
      this.problem = { status: 422, field: 'code', said: t('ordering.code-taken') };
      return;
    }
    const started = sentProduct(productDraft(this.product));
    const chosen = await chosenBetween({ problem, fields: productFields(this.routings), started, mine });
    if (chosen) {
      this.product = problem.current;
      this.draft = productDraft({ ...problem.current, ...chosen, requirements: chosen.requirements ?? [] });
      await this.#send(sentProduct(this.draft), problem.current.version);
    }
  }
}

customElements.define('product-form', ProductForm);
