import { html, nothing } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { companies, invite } from '../requests.js';

/** Whoever is to look through the window: a person of the company. */
class SetupCustomer extends FormElement {
  static properties = {
    me: { attribute: false },
    company: { attribute: false },
    companies: { state: true },
    invited: { state: true },
    /** Whether emails leave the house. */
    mail: { type: Boolean },
  };

  firstUpdated() {
    this.attempt(async () => (this.companies = (await companies()).companies));
  }

  render() {
    if (!this.companies) {
      return this.problem ? this.trouble() : html`<p role="status">${t('loading')}</p>`;
    }
    return html`<form class="form" data-form="customer" @submit=${this.#save}>
        ${field({
          id: 'customer-name',
          name: 'name',
          label: t('setup.customer.name'),
          maxlength: 100,
          error: this.wrong('name'),
        })}
        ${field({
          id: 'customer-email',
          name: 'email',
          type: 'email',
          label: t('email'),
          hint: t('setup.customer.email-hint'),
          maxlength: 254,
          error: this.wrong('email'),
        })}
        ${this.companies.length > 1
          ? selection({
              name: 'company',
              label: t('setup.order.company'),
              options: this.companies.map(({ code, name }) => [code, name]),
              chosen: this.company,
            })
          : nothing}
        ${this.trouble('name', 'email')}
        <p class="buttons">
          <button class="go" data-action="save" ?disabled=${this.busy}>${t('setup.customer.save')}</button>
        </p>
      </form>
      <p role="status">${this.invited ? this.#said() : ''}</p>
      ${this.mail ? nothing : html`<p><a href="/mail">${t('setup.unsent-mail')}</a></p>`}`;
  }

  #said() {
    return t(this.mail ? 'setup.customer.invited' : 'setup.customer.invited-unsent', { name: this.invited });
  }

  async #save(event) {
    const { name, email, company = this.company } = submitted(event);
    const { kind } = this.companies.find(({ code }) => code === company);
    const person = { name, email, role: kind, companies: [company] };
    if (await this.attempt(() => proved(this.me, () => invite(person)))) {
      this.invited = name;
      this.done();
    }
  }
}

customElements.define('setup-customer', SetupCustomer);
