import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { signInOptions } from '../../base/requests.js';
import { can } from '../../base/reading/access.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { isNarrowed } from '../reading/audit.js';
import { rolesToGive } from '../reading/roles.js';
import { companies, people } from '../requests.js';
import './person-form.js';
import './person-row.js';
import './staff-settings.js';

const PAUSE_MILLIS = 250;

/** Who may come in: all people to an administrator, their contacts to an account manager. */
class PeoplePage extends LightElement {
  static properties = {
    me: { attribute: false },
    filter: { state: true },
    companies: { state: true },
    said: { state: true },
    /** Whether emails leave the house. */
    mail: { state: true },
  };

  #list = new Listing(this, 'people', (after) => people({ ...this.filter, after }));
  #pause;
  #known;

  constructor() {
    super();
    this.filter = narrowing({ q: undefined });
    this.companies = [];
    this.mail = true;
  }

  async firstUpdated() {
    this.#known = can(this.me, 'people.manage') ? everyCompany() : (this.me.companies ?? []);
    signInOptions().then(({ mail }) => (this.mail = mail), () => {}); // What cannot be told is not told.
    this.companies = await this.#known;
    const { invite } = narrowing({ invite: undefined });
    if (invite) {
      keepNarrowing({ invite: '' }); // Closed, the form does not open again by a reload.
      this.#edit(undefined, invite);
    }
  }

  render() {
    return html`<section class="manage" aria-labelledby="people">
      <div class="head">
        <h1 id="people">${t('people.title')}</h1>
        <button class="go" data-action="invite" @click=${() => this.#edit(undefined)}>${t('people.invite')}</button>
      </div>
      <p class="soft">${t(can(this.me, 'people.manage') ? 'people.text' : 'people.text-contacts')}</p>
      ${this.#filters()}
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.#list.show(
        (items) => html`<ul class="rows card people">
          ${items.map(
            (person) => html`<li data-person=${person.id}>
              <person-row
                .person=${person}
                .me=${this.me}
                @change=${() => this.#edit(person)}
                @invited=${() => this.#invited(person)}
                @cleared=${() => this.#list.reload()}
                @reset=${() => this.#wasReset(person)}
              ></person-row>
            </li>`,
          )}
        </ul>`,
        t(isNarrowed(this.filter) ? 'people.no-match' : 'people.none'),
      )}
      ${can(this.me, 'security.set') ? html`<staff-settings .me=${this.me}></staff-settings>` : nothing}
    </section>`;
  }

  #filters() {
    const any = (list, label) => [['', label], ...list];
    return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
      <label class="search">
        <span class="visually-hidden">${t('people.search')}</span>
        <input
          type="search"
          name="q"
          placeholder=${t('people.search')}
          .value=${this.filter.q ?? ''}
          @input=${this.#narrow}
        />
      </label>
      ${selection({
        name: 'role',
        label: t('people.role'),
        options: any(rolesToGive(this.me).map((role) => [role, t(`role.${role}`)]), t('people.role-any')),
        change: this.#narrow,
      })}
      ${this.companies.length > 1
        ? selection({
            name: 'company',
            label: t('people.company'),
            options: any(this.companies.map(({ code, name }) => [code, name]), t('people.company-any')),
            change: this.#narrow,
          })
        : nothing}
    </form>`;
  }

  #narrow = ({ target: { name, value } }) => {
    this.filter = { ...this.filter, [name]: value };
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#list.reload(), PAUSE_MILLIS);
  };

  async #edit(person, company) {
    const companies = await this.#known; // Whoever is quick must not find a form without companies.
    const { me, mail } = this;
    const form = Object.assign(document.createElement('person-form'), { person, company, companies, me, mail });
    const saved = await inDialog(form, person?.name ?? t('people.invite'));
    if (saved) {
      person ? this.#say(t('people.changed', saved)) : this.#invited(saved);
      await this.#list.reload();
    }
  }

  async #wasReset(person) {
    this.#say(t('people.factor-reset', person));
    await this.#list.reload();
  }

  #invited(person) {
    this.#say(
      this.mail
        ? t('people.invited', person)
        : html`${t('people.invited-unsent', person)} <a href="/mail">${t('people.to-mail')}</a>`,
    );
  }

  #say(sentence) {
    this.said = sentence;
  }
}

/** The companies to choose from; without them the page still shows who is here. */
async function everyCompany() {
  try {
    return await companies();
  } catch {
    return [];
  }
}

customElements.define('people-page', PeoplePage);
