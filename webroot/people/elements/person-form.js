import { html, nothing } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { languageField, reader, zoneField } from '../../base/elements/reader-fields.js';
import { t } from '../../base/words.js';
import { belongsToCompanies, caresForCompanies, rolesToGive } from '../reading/roles.js';
import { changePerson, invite } from '../requests.js';

/** Invites a person, or changes one; `done` with the person, or with nothing if it was put away. */
class PersonForm extends FormElement {
  static properties = {
    person: { attribute: false },
    /** The code of the company that somebody is invited for, where it is known. */
    company: { attribute: false },
    me: { attribute: false },
    companies: { attribute: false },
    /** Whether emails leave the house. */
    mail: { type: Boolean },
    role: { state: true },
    chosen: { state: true },
    disabled: { state: true },
  };
  static texts = { 409: 'people.conflict' };

  connectedCallback() {
    super.connectedCallback();
    this.role = this.person?.role ?? rolesToGive(this.me)[0];
    const meant = this.companies.filter(({ code }, _, all) => code === this.company || all.length === 1);
    const offered = this.person?.companies ?? meant;
    this.chosen = offered.map(({ code }) => code);
    this.disabled = Boolean(this.person?.disabled);
  }

  render() {
    const { person } = this;
    return html`<form class="form" @submit=${this.#save}>
      <h2>${person?.name ?? t('people.invite')}</h2>
      <p class="soft">${person ? person.email : t(this.mail ? 'people.invite-text' : 'people.invite-text-unsent')}</p>
      ${field({
        id: 'person-name',
        name: 'name',
        label: t('people.name'),
        value: person?.name ?? '',
        maxlength: 100,
        error: this.wrong('name'),
      })}
      ${person
        ? nothing
        : field({
          id: 'person-email',
          name: 'email',
          type: 'email',
          label: t('email'),
          maxlength: 254,
          error: this.wrong('email'),
        })}
      ${selection({
        name: 'role',
        label: t('people.role'),
        options: rolesToGive(this.me).map((role) => [role, t(`role.${role}`)]),
        chosen: this.role,
        change: (event) => (this.role = event.target.value),
      })}
      <p class="soft">${t(`role.${this.role}.about`)}</p>
      ${belongsToCompanies(this.role) ? this.#companies() : nothing} ${languageField(person?.language)}
      ${zoneField(person?.zone)} ${person ? this.#disabling() : nothing}
      ${this.trouble('name', 'email', 'companies')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t(person ? 'save' : 'people.send')}</button>
        <button
          type="button"
          class="quiet"
          data-action="cancel"
          @click=${() => this.done(undefined)}
        >${t('cancel')}</button>
      </p>
    </form>`;
  }

  #companies() {
    return choicesOf({
      name: 'companies',
      legend: t(caresForCompanies(this.role) ? 'people.care' : 'people.companies'),
      options: this.companies.map(({ code, name }) => [code, name]),
      chosen: this.chosen,
      change: this.#choose,
      error: this.wrong('companies'),
    });
  }

  #disabling() {
    return html`<label class="tick">
      <input
        type="checkbox"
        name="disabled"
        .checked=${this.disabled}
        @change=${(event) => (this.disabled = event.target.checked)}
      />
      <span>${t('people.disable')}<small class="soft">${t('people.disable-text')}</small></span>
    </label>`;
  }

  #choose = ({ target: { value, checked } }) => {
    this.chosen = checked ? [...this.chosen, value] : this.chosen.filter((code) => code !== value);
  };

  #save(event) {
    const { name, email, ...read } = submitted(event);
    const companies = belongsToCompanies(this.role) ? this.chosen : [];
    const what = { name, role: this.role, companies, ...reader(read) };
    this.attempt(async () => {
      const saved = await proved(this.me, () => (this.person ? this.#change(what) : invite({ ...what, email })));
      this.done({ name, email, ...saved });
    });
  }

  #change(what) {
    const { id, disabled: wasDisabled } = this.person;
    return changePerson(id, { ...what, disabled: this.disabled, wasDisabled });
  }
}

customElements.define('person-form', PersonForm);
