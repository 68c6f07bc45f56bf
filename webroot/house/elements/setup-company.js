import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { codeFor } from '../reading/codes.js';
import { companies, saveCompany } from '../requests.js';

/** Who buys: the first company, by its name. */
class SetupCompany extends FormElement {
  static properties = { there: { attribute: false }, code: { state: true } };

  #taken = [];

  async firstUpdated() {
    await this.attempt(async () => (this.#taken = (await companies()).companies.map(({ code }) => code)));
  }

  render() {
    if (this.there) {
      return html`<p>
        ${t('setup.company.there', { code: this.there })} <a href="/companies">${t('setup.company.more')}</a>
      </p>`;
    }
    return html`<form class="form" data-form="company" @submit=${this.#save}>
      ${field({
        id: 'company-name',
        name: 'name',
        label: t('setup.company.name'),
        maxlength: 200,
        error: this.wrong('name'),
      })}
      ${selection({
        name: 'kind',
        label: t('setup.company.kind'),
        options: ['customer', 'distributor'].map((kind) => [kind, t(`setup.company.${kind}`)]),
        chosen: 'customer',
      })}
      ${this.trouble('name')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('setup.company.save')}</button>
      </p>
    </form>`;
  }

  async #save(event) {
    const { name, kind } = submitted(event);
    const code = codeFor(name, this.#taken, 'customer');
    (await this.attempt(() => saveCompany(code, { name, kind }))) && this.done();
  }
}

customElements.define('setup-company', SetupCompany);
