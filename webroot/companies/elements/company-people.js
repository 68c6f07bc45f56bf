import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { ago } from '../../base/format.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { peopleOf } from '../requests.js';

const SHOWN = 8;

/** Who of a company can come in; whoever looks after it, or administers, invites more. */
class CompanyPeople extends LightElement {
  static properties = { company: { attribute: false }, me: { attribute: false }, all: { state: true } };

  #list = new Listing(this, 'people', () => this.company && peopleOf(this.company.code));
  #counted;

  willUpdate() {
    if (this.#counted !== undefined && this.#counted !== this.company.people) {
      this.#list.reload();
    }
    this.#counted = this.company.people;
  }

  render() {
    const { code } = this.company;
    return html`<section class="card company-part" aria-labelledby="company-people">
      <div class="head">
        <h2 id="company-people">${t('company-page.people')}</h2>
        ${this.#mayInvite()
          ? html`<a class="quiet" data-action="invite" href="/people?invite=${encodeURIComponent(code)}">
              ${t('people.invite')}
            </a>`
          : nothing}
      </div>
      ${this.#list.show(
        (items) => this.#rows(items.filter(({ role }) => role === 'customer' || role === 'distributor')),
        t(this.#mayInvite() ? 'company-page.no-people' : 'company-page.people-hidden'),
      )}
    </section>`;
  }

  #rows(people) {
    const shown = this.all ? people : people.slice(0, SHOWN);
    return html`<ul class="rows">${shown.map((one) => this.#row(one))}</ul>
      ${people.length > shown.length
        ? html`<p><button class="quiet" @click=${() => (this.all = true)}>${t('more')}</button></p>`
        : nothing}`;
  }

  #row({ id, name, email, disabled, seenAt }) {
    return html`<li data-person=${id}>
      <span class="row-main">
        <b>${name}</b> ${disabled ? html`<span class="chip bad">${t('people.disabled')}</span>` : nothing}
        <span class="soft row-line">${email}</span>
      </span>
      <span class="soft row-seen">${seenAt ? t('people.seen', { ago: ago(seenAt) }) : t('people.never-seen')}</span>
    </li>`;
  }

  #mayInvite() {
    const ofTheirs = (this.me.companies ?? []).some(({ code }) => code === this.company.code);
    return can(this.me, 'people.manage') || ofTheirs;
  }
}

customElements.define('company-people', CompanyPeople);
