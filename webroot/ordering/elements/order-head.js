import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { companyName } from '../reading/companies.js';
import { entry } from './entries.js';
import { promiseFields, standingFields } from './order-parts.js';
import './type-ahead.js';

const OFFERED = 8;

/** What is true of an order as a whole: whose it is, what it is called, and what was promised. */
class OrderHead extends LightElement {
  static properties = {
    draft: { attribute: false },
    /** The order that the edit started from; absent for a new one. */
    started: { attribute: false },
    companies: { attribute: false },
    problem: { attribute: false },
    change: { attribute: false },
  };

  render() {
    const { draft, started, problem, change } = this;
    return html`<div class="card two">
      ${started ? this.#fixed() : this.#named()}
      ${this.#entry('customerReference', { maxlength: 100 })} ${this.#entry('placedOn', { type: 'date' })}
      <div class="stack">
        ${promiseFields({
          path: 'promise',
          label: t('ordering.promise'),
          value: draft.promise,
          before: started?.promise,
          mustStay: Boolean(started?.promise),
          problem,
          change,
        })}
      </div>
      ${started
        ? html`<div class="stack">
            ${standingFields({
              path: '',
              label: t('ordering.order-standing'),
              value: draft.standing,
              reason: draft.reason,
              options: ['open', 'cancelled'],
              problem,
              change,
            })}
          </div>`
        : ''}
    </div>`;
  }

  #fixed = () => html`<div class="entry">
    <span class="soft">${t('ordering.company')}</span><b>${companyName(this.companies, this.draft.company)}</b>
  </div>`;

  #named() {
    return html`<type-ahead
        path="companyText"
        label=${t('ordering.company')}
        required
        .value=${this.draft.companyText}
        .problem=${this.problem?.field === 'company' ? { ...this.problem, field: 'companyText' } : this.problem}
        .find=${this.#find}
        @chosen=${({ detail }) => this.change('companyText', detail.label)}
      ></type-ahead>
      ${this.#entry('number', { required: true, maxlength: 80, hint: t('ordering.number-hint') })}`;
  }

  #entry = (path, more) =>
    entry({ path, label: t(`ordering.${path}`), value: this.draft[path], problem: this.problem, ...more });

  #find = async (text) => {
    const wanted = text.trim().toLowerCase();
    return this.companies
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
      .slice(0, OFFERED)
      .map(({ code, name }) => ({ value: code, label: name, detail: code }));
  };
}

customElements.define('order-head', OrderHead);
