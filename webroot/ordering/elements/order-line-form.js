import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { LANGUAGES, t, wording } from '../../base/words.js';
import { isFaulty } from '../reading/faults.js';
import { put } from '../reading/paths.js';
import { demandedIn, requirementDraft } from '../reading/requirements.js';
import { byLanguage, copied, ownTag } from '../reading/texts.js';
import { lastOrdered, products } from '../requests.js';
import { choice, entry, worded } from './entries.js';
import { promiseFields, standingFields } from './order-parts.js';
import './requirement-rows.js';
import './type-ahead.js';

const OFFERED = 8;

/** One line of an order that is placed or changed; `change` is called with a path and what is there now. */
class OrderLineForm extends LightElement {
  static properties = {
    index: { type: Number },
    line: { attribute: false },
    /** As it was until now; absent where it is new. */
    before: { attribute: false },
    orderPromise: { attribute: false },
    routings: { attribute: false },
    problem: { attribute: false },
    change: { attribute: false },
    removable: { type: Boolean },
    filled: { state: true },
  };

  render() {
    const { line, problem, change, path } = this;
    const name = t('ordering.line', { number: line.number });
    const said = (field, more = {}) =>
      entry({ path: `${path}.${field}`, label: t(`ordering.${field}`), value: line[field], problem, ...more });
    return html`<fieldset class="card order-line" data-line=${line.number}>
      <legend class="visually-hidden">${name}</legend>
      <div class="head">
        <h2>${name} <span class="soft">${wording(line.product)}</span></h2>
        ${this.removable
          ? html`<button type="button" class="quiet" data-action="remove-line" @click=${this.#remove}>
              ${t('ordering.remove')}<span class="visually-hidden"> ${name}</span>
            </button>`
          : nothing}
      </div>
      <div class="two">
        ${this.#product()} ${said('quantity', { inputmode: 'decimal' })}
        ${said('unit', { list: 'units', maxlength: 20, hint: t('ordering.unit-hint') })}
        ${choice({
          path: `${path}.routing`,
          label: t('ordering.routing'),
          value: line.routing,
          problem,
          required: true,
          options: [['', t('ordering.choose-routing')], ...this.routings.map(({ code, name }) => [code, name])],
        })}
        ${worded({
          path: `${path}.description`,
          label: t('ordering.description'),
          value: line.description,
          problem,
          change,
          maxlength: 500,
        })}
        ${said('workOrders', { hint: t('ordering.work-orders-hint') })}
        <div class="stack">
          ${promiseFields({
            path: `${path}.promise`,
            label: t('ordering.own-promise'),
            hint: t('ordering.own-promise-hint'),
            value: line.promise,
            before: this.before?.promise ?? (this.before && line.promise.date ? this.orderPromise : undefined),
            mustStay: Boolean(this.before?.promise),
            problem,
            change,
          })}
        </div>
        ${this.before
          ? html`<div class="stack">
              ${standingFields({
                path,
                label: t('ordering.line-standing'),
                value: line.standing,
                reason: line.reason,
                options: ['open', 'cancelled', 'closedShort'],
                problem,
                change,
              })}
            </div>`
          : nothing}
      </div>
      <p class="soft" role="status">${this.filled ?? ''}</p>
      <details class="disclosure" ?open=${this.#demandsAreWrong()}>
        <summary>${t('ordering.demands', { count: line.requirements.length })}
          <span class="soft">${demandedIn(line.requirements)}</span></summary>
        <requirement-rows
          path="${path}.requirements"
          .requirements=${line.requirements}
          .routing=${this.routings.find(({ code }) => code === line.routing)}
          .problem=${problem}
          .change=${change}
        ></requirement-rows>
      </details>
    </fieldset>`;
  }

  get path() {
    return `lines[${this.index}]`;
  }

  #demandsAreWrong = () => isFaulty(this.problem, `${this.path}.requirements`);

  /** In the viewer's language among what is known; in others beside it, where it has them. */
  #product() {
    const { product } = this.line;
    const texts = typeof product === 'object' ? byLanguage(product) : undefined;
    const own = texts && ownTag(texts);
    const path = `${this.path}.product`;
    return html`<div class="worded">
      <type-ahead
        path=${own ? `${path}.${own}` : path}
        label=${t('ordering.product')}
        hint=${t('ordering.product-hint')}
        .value=${own ? texts[own] : product}
        maxlength="100"
        .problem=${this.problem}
        .find=${this.#find}
        @chosen=${({ detail }) => this.#fill(detail.value)}
        @change=${this.#remember}
      ></type-ahead>
      ${Object.keys(texts ?? {})
        .filter((tag) => tag !== own)
        .map((tag) =>
          entry({
            path: `${path}.${tag}`,
            label: t('ordering.by-language', { label: t('ordering.product'), language: LANGUAGES[tag] ?? tag }),
            value: texts[tag],
            problem: this.problem,
            maxlength: 100,
            lang: tag,
          }),
        )}
    </div>`;
  }

  #find = async (text) =>
    (await products({ text: text.trim(), limit: OFFERED })).products.map((one) => ({
      value: one,
      label: wording(one.name),
      detail: one.code,
    }));

  #fill({ name, unit, routing, requirements, missingStages }) {
    const filled = { ...this.line, product: copied(name), unit: unit ?? '', routing };
    this.change(this.path, put(filled, 'requirements', requirements.map(requirementDraft)));
    this.filled = missingStages
      ? t('ordering.filled-with-gaps', { stages: missingStages.join(t('comma')) })
      : t('ordering.filled', { name: wording(name), count: requirements.length });
    this.updateComplete.then(() => this.querySelector(`[name="${this.path}.quantity"]`).focus());
  }

  /** What has no template is filled in as it was ordered last, where nothing is said yet. */
  #remember = async ({ target }) => {
    const text = target.value?.trim();
    if (!text || this.line.routing || this.line.requirements.length > 0) {
      return;
    }
    const [found] = (await lastOrdered(text).catch(() => ({ proposals: [] }))).proposals;
    if (found && !this.line.routing && wording(this.line.product).trim() === text) {
      this.#fill({ ...found, name: found.product });
      this.filled = t('ordering.proposed', { number: found.order });
    }
  };

  #remove = () => this.dispatchEvent(new CustomEvent('remove'));
}

customElements.define('order-line-form', OrderLineForm);
