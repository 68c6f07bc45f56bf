import { html, nothing } from 'lit';
import { choicesOf } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { colleagues, companies, invite, namedBy } from '../requests.js';

const TIERS = ['platinum', 'gold', 'silver', 'standard'];
const ROLES = ['customer', 'distributor'];

/** Who is asked: first whom it means, then the list of people, then the invitations go out. */
class InviteForm extends FormElement {
  static properties = {
    page: { attribute: false },
    companies: { state: true },
    colleagues: { state: true },
    people: { state: true },
    chosen: { state: true },
    sent: { state: true },
    isNobody: { state: true },
  };

  #asked = { tiers: [], companies: [], complaint: false, roles: [], people: [] };

  constructor() {
    super();
    this.companies = [];
    this.colleagues = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => {
      this.companies = await companies();
      this.colleagues = await colleagues();
    });
  }

  render() {
    return html`<form class="form" @submit=${(event) => this.#go(event)}>
      <h2>${t('guests.invite')}</h2>
      ${this.people ? this.#list() : this.#criteria()} ${this.trouble()}
      <p class="trouble" role="alert">${this.isNobody ? t('invite.nobody') : ''}</p>
      <p class="buttons">
        <button class="go" data-action=${this.people ? 'send' : 'look'}
          ?disabled=${this.busy || this.chosen?.size === 0}>${
            this.people ? t('invite.send', { count: this.chosen.size }) : t('invite.look')}</button>
        ${this.people
          ? html`<button type="button" class="quiet" data-action="back" @click=${this.#back}>${
              t('invite.back')}</button>`
          : nothing}
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #criteria() {
    const { tiers, companies: codes, complaint, roles, people } = this.#asked;
    return html`<p class="soft">${t('invite.text')}</p>
      ${choicesOf({ name: 'tier', legend: t('invite.tiers'), chosen: tiers,
        options: TIERS.map((tier) => [tier, t(`tier.${tier}`)]) })}
      ${choicesOf({ name: 'company', legend: t('invite.companies'), chosen: codes,
        options: this.companies.map(({ code, name }) => [code, name]) })}
      ${choicesOf({ name: 'complaint', legend: t('invite.touched'), chosen: complaint ? ['yes'] : [],
        options: [['yes', t('invite.complaint')]] })}
      ${choicesOf({ name: 'role', legend: t('invite.roles'), chosen: roles,
        options: ROLES.map((role) => [role, t(`role.${role}`)]) })}
      ${this.colleagues.length > 0
        ? choicesOf({ name: 'colleague', legend: t('invite.colleagues'), chosen: people.map(String),
            options: this.colleagues.map(({ id, name, email }) => [String(id), name, email]) })
        : nothing}`;
  }

  #list() {
    return html`<fieldset class="ticks" @change=${this.#choose}>
        <legend>${t('invite.people', { count: this.people.length })}</legend>
        ${this.people.map(({ person, name, email, company, asked }) => html`<label>
          <input type="checkbox" name="person" value=${person} .checked=${this.chosen.has(person)}
            ?disabled=${asked} />
          <span>${name}<small class="soft">${[company, email, asked && t('invite.asked')]
            .filter(Boolean).join(' · ')}</small></span>
        </label>`)}
      </fieldset>
      ${this.page.series
        ? html`<label class="tick"><input type="checkbox" name="series" checked />
            <span>${t('invite.series')}</span></label>`
        : nothing}`;
  }

  #choose = () => {
    this.chosen = new Set(this.#ticked('person').map(Number));
  };

  #ticked = (name) => [...this.querySelectorAll(`[name=${name}]:checked:not(:disabled)`)].map(({ value }) => value);

  #back = () => {
    this.people = undefined;
    this.chosen = undefined;
  };

  async #go(event) {
    event.preventDefault();
    await (this.people ? this.#send() : this.#look());
  }

  #look() {
    this.#asked = {
      tiers: this.#ticked('tier'),
      companies: this.#ticked('company'),
      complaint: this.#ticked('complaint').length > 0,
      roles: this.#ticked('role'),
      people: this.#ticked('colleague').map(Number),
    };
    const { roles, ...named } = this.#asked;
    this.isNobody = !Object.values(named).some((one) => one === true || one.length > 0);
    if (this.isNobody) {
      return undefined;
    }
    return this.attempt(async () => {
      const { people } = await namedBy(this.page.number, this.#asked);
      this.chosen = new Set(people.filter(({ asked }) => !asked).map(({ person }) => person));
      this.people = people;
    });
  }

  #send() {
    const said = { asked: this.#asked, people: [...this.chosen], series: this.#ticked('series').length > 0 };
    return this.attempt(async () => this.done(await invite(this.page.number, said)));
  }
}

customElements.define('invite-form', InviteForm);
