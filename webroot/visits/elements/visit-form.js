import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { KINDS, localMoment, momentOf, ROLES } from '../reading/visits.js';
import { choices, editVisit, planVisit } from '../requests.js';

const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const USUAL_MINUTES = 60;

/** A visit or a call: whom, when, who goes, whom it is for. */
class VisitForm extends FormElement {
  static properties = {
    me: { attribute: false },
    /** The visit that is changed; absent for a new one. */
    page: { attribute: false },
    /** What of a new one is known: its company and role. */
    wanted: { attribute: false },
    company: { state: true },
    offered: { state: true },
  };
  static texts = { 412: 'visit-form.changed' };

  #key = newKey();

  connectedCallback() {
    super.connectedCallback();
    this.company = this.page?.company.code ?? this.wanted?.company;
    this.#load();
  }

  async #load() {
    try {
      const { company } = this;
      const offered = await choices(company);
      if (company === this.company) {
        this.offered = offered;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const { page } = this;
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(page ? 'visit-form.change' : 'visit-form.new')}</h2>
      ${page ? html`<p><b>${page.company.name}</b></p>` : this.#whom()}
      ${this.#field('at', localMoment(page?.at ?? this.#tomorrow()), {
        type: 'datetime-local',
        hint: t('visit-form.zone', { zone: timeZone() }),
      })}
      ${this.#field('minutes', String(page?.minutes ?? USUAL_MINUTES), { type: 'number', min: 1, max: 1440 })}
      ${this.#role()} ${this.#by()}
      ${this.#field('place', page?.place ?? '', { required: false, maxlength: 300 })} ${this.#contacts()}
      ${this.trouble('company', 'at', 'minutes', 'place', 'by', 'with')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #tomorrow = () => new Date(Math.ceil((Date.now() + DAY_MILLIS) / HOUR_MILLIS) * HOUR_MILLIS).toISOString();

  #whom() {
    const all = this.offered?.companies ?? [];
    return html`<div class="entry">
        <label for="visit-company">${t('visit-form.company')}</label>
        <select
          id="visit-company"
          name="company"
          required
          aria-invalid=${this.wrong('company') ? 'true' : nothing}
          aria-describedby="visit-company-error"
          @change=${this.#turn}
        >
          <option value="" ?selected=${!this.company}>${t('visit-form.choose')}</option>
          ${all.map(
            ({ code, name }) => html`<option value=${code} ?selected=${code === this.company}>${name}</option>`,
          )}
        </select>
        <p class="trouble" id="visit-company-error" role="alert">${this.wrong('company') ?? ''}</p>
      </div>
      ${selection({
        name: 'kind',
        label: t('visit-form.kind'),
        options: KINDS.map((kind) => [kind, t(`visit.kind.${kind}`)]),
        chosen: KINDS[0],
      })}`;
  }

  #role = () =>
    selection({
      name: 'role',
      label: t('visit-form.role'),
      options: ROLES.map((role) => [role, t(`visit.role.${role}`)]),
      chosen: this.page?.role ?? this.wanted?.role ?? ROLES[0],
    });

  #by() {
    const staff = this.offered?.staff ?? [];
    const chosen = this.page ? staff.find(({ id }) => id === this.page.by.id)?.email : this.me?.email;
    return selection({
      name: 'by',
      label: t('visit-form.by'),
      options: staff.map(({ email, name }) => [email, name]),
      chosen,
    });
  }

  #contacts() {
    const contacts = this.offered?.contacts ?? [];
    const asked = new Set((this.page?.with ?? []).map(({ name }) => name));
    return contacts.length === 0
      ? nothing
      : choicesOf({
          name: 'with',
          legend: t('visit-form.with'),
          hint: t('visit-form.with-hint'),
          options: contacts.map(({ email, name }) => [email, name, email === name ? undefined : email]),
          chosen: contacts.filter(({ name }) => asked.has(name)).map(({ email }) => email),
          error: this.wrong('with'),
        });
  }

  #field = (name, value, more = {}) =>
    field({
      id: `visit-${name}`,
      name,
      label: t(`visit-form.${name}`),
      value,
      error: this.wrong(name),
      ...more,
    });

  #turn = ({ target }) => {
    this.company = target.value || undefined;
    this.#load();
  };

  #save = (event) => {
    const { company, kind, role, by, at, minutes, place } = submitted(event);
    const moment = momentOf(at);
    const isPast = moment && Date.parse(moment) < Date.now();
    const unusual = isPast && !this.page ? [{ field: 'at', said: t('visit-form.past') }] : [];
    if (!this.fine(event.target, { unusual })) {
      return;
    }
    const people = [...this.querySelectorAll('[name=with]:checked')].map(({ value }) => value);
    const said = { role, by, at: moment, minutes: Number(minutes), place, with: people };
    this.attempt(async () =>
      this.done(
        await (this.page ? editVisit(this.page, said) : planVisit({ ...said, company, kind }, this.#key)),
      ),
    );
  };
}

customElements.define('visit-form', VisitForm);
