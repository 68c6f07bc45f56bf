import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { can } from '../../base/reading/access.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { KINDS, kindOf, names, TIERS } from '../reading/company.js';
import { accountManagers, companies } from '../requests.js';
import '../../base/elements/tier-mark.js';
import './company-form.js';

const PAUSE_MILLIS = 250;

/** Who buys: found by name, tier, kind or who looks after them. */
class CompaniesPage extends LightElement {
  static properties = {
    me: { attribute: false },
    filter: { state: true },
    managers: { state: true },
  };

  #list = new Listing(this, 'companies', (after) => companies({ ...this.filter, after }));
  #pause;

  constructor() {
    super();
    this.filter = narrowing({ q: undefined, tier: TIERS, kind: KINDS, manager: undefined });
    this.managers = [];
  }

  async firstUpdated() {
    this.managers = (await accountManagers().catch(() => ({ managers: [] }))).managers;
  }

  render() {
    return html`<section class="manage" aria-labelledby="companies">
      <div class="head">
        <h1 id="companies">${t('companies.title')}</h1>
        ${can(this.me, 'companies.keep')
          ? html`<button class="go" data-action="add" @click=${this.#add}>${t('companies.add')}</button>`
          : nothing}
      </div>
      ${this.#filters()}
      ${this.#list.show(
        (items) => html`<ul class="rows card company-rows">${items.map((one) => this.#row(one))}</ul>`,
        t(Object.values(this.filter).some(Boolean) ? 'companies.no-match' : 'companies.none'),
      )}
    </section>`;
  }

  #filters() {
    const any = (list, label) => [['', label], ...list];
    const { q = '', tier, kind, manager } = this.filter;
    return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
      <label class="search">
        <span class="visually-hidden">${t('companies.search')}</span>
        <input type="search" name="q" .value=${q} placeholder=${t('companies.search')} @input=${this.#narrow} />
      </label>
      ${selection({
        name: 'tier',
        label: t('tier'),
        options: any(TIERS.map((one) => [one, t(`tier.${one}`)]), t('companies.tier-any')),
        chosen: tier,
        change: this.#narrow,
      })}
      ${selection({
        name: 'kind',
        label: t('companies.kind'),
        options: any(KINDS.map((one) => [one, t(`company-kind.${one}`)]), t('companies.kind-any')),
        chosen: kind,
        change: this.#narrow,
      })}
      ${this.managers.length > 0
        ? selection({
            name: 'manager',
            label: t('companies.managers'),
            options: any(this.managers.map(({ id, name }) => [String(id), name]), t('companies.manager-any')),
            chosen: manager,
            change: this.#narrow,
          })
        : nothing}
    </form>`;
  }

  #row(company) {
    const { code, name, tier, managers, people, openOrders } = company;
    return html`<li data-company=${code}>
      <a class="company-row" href="/companies/${encodeURIComponent(code)}">
        <span class="row-main">
          <b>${name}</b> <tier-mark tier=${tier}></tier-mark>
          <span class="soft row-line">${code} · ${kindOf(company)}</span>
        </span>
        <span class="row-main soft">
          ${managers.length > 0 ? t('companies.looked-after', { names: names(managers) }) : t('companies.nobody')}
        </span>
        <span class="company-counts soft">
          <span>${t('companies.open-orders', { count: openOrders })}</span>
          <span>${t('companies.people', { count: people })}</span>
        </span>
      </a>
    </li>`;
  }

  #narrow = ({ target: { name, value } }) => {
    this.filter = { ...this.filter, [name]: value };
    keepNarrowing(this.filter);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#list.reload(), PAUSE_MILLIS);
  };

  #add = async () => {
    const form = Object.assign(document.createElement('company-form'), { me: this.me });
    const added = await inDialog(form, t('companies.add'));
    if (added) {
      location.assign(`/companies/${encodeURIComponent(added.code)}`);
    }
  };
}

customElements.define('companies-page', CompaniesPage);
