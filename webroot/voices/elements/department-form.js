import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { addressOf, listOf, personName } from '../reading/people.js';
import { calendars, saveDepartment } from '../requests.js';

const PLANT = 'plant';

/** One department: what it is called, who heads it and works there, when, and which stages are theirs. */
class DepartmentForm extends FormElement {
  static properties = {
    /** Absent for a new one. */
    department: { attribute: false },
    staff: { attribute: false },
    calendars: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.calendars = [];
    this.attempt(async () => (this.calendars = (await calendars()).calendars));
  }

  render() {
    const { code, name, head, members = [], stages = [], fallback, calendar = PLANT } = this.department ?? {};
    const texts = typeof name === 'string' ? { en: name } : (name ?? {});
    return html`<form class="form" @submit=${this.#save}>
      <h2>${code ? t('departments.change') : t('departments.add')}</h2>
      ${code ? '' : this.#field('code', '', { hint: t('departments.code-hint'), maxlength: 40, code: true })}
      <div class="pair-fields">
        ${this.#field('name-en', texts.en, { error: this.#wrong('name'), maxlength: 100 })}
        ${this.#field('name-zh', texts['zh-CN'], { maxlength: 100, required: false })}
      </div>
      ${this.#head(addressOf(head))}
      ${this.#members(members.map(addressOf))}
      ${selection({
        name: 'calendar',
        label: t('departments.calendar'),
        options: this.#calendars(calendar),
        chosen: calendar,
      })}
      ${this.#field('stages', stages.join(', '), {
        hint: t('departments.stages-hint'),
        error: this.#wrong('stages'),
        required: false,
      })}
      <label class="tick">
        <input type="checkbox" name="fallback" .checked=${Boolean(fallback)} />
        <span>${t('departments.fallback')}<small class="soft">${t('departments.fallback-text')}</small></span>
      </label>
      ${this.trouble(...(this.problem?.field && this.#isHere(this.problem.field) ? [this.problem.field] : []))}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, value = '', more = {}) {
    return field({
      id: `department-${name}`,
      name,
      label: t(`departments.${name}`),
      value,
      error: this.wrong(name),
      ...more,
    });
  }

  #isHere = (name) => ['code', 'name', 'head', 'members', 'stages'].some((one) => name.startsWith(one));

  /** What is wrong with a part of it belongs to the whole. */
  #wrong = (name) => (this.problem?.field?.startsWith(name) ? this.wrong(this.problem.field) : undefined);

  #head(chosen) {
    return selection({
      name: 'head',
      label: t('departments.head'),
      options: [['', t('departments.no-head')], ...this.#people([chosen].filter(Boolean))],
      chosen,
    });
  }

  /** Whoever is there already is offered too, whatever the list says. */
  #people(there) {
    const known = this.staff.map(({ email, name }) => [email, name]);
    const more = there.filter((email) => !known.some(([one]) => one === email));
    return [...known, ...more.map((email) => [email, personName(email, this.staff)])];
  }

  #members(chosen) {
    return html`<fieldset class="ticks">
      <legend>${t('departments.people')}</legend>
      ${this.#people(chosen).map(([email, name]) => html`<label>
        <input type="checkbox" name="member" value=${email} .checked=${chosen.includes(email)} />
        <span>${name}<small class="soft">${email}</small></span>
      </label>`)}
      <p class="trouble" role="alert">${this.#wrong('members') ?? this.#wrong('head') ?? ''}</p>
    </fieldset>`;
  }

  #calendars(chosen) {
    const codes = new Set([PLANT, ...this.calendars.map(({ code }) => code), chosen]);
    const nameOf = (code) => this.calendars.find((one) => one.code === code)?.name ?? code;
    return [...codes].map((code) => [code, code === PLANT ? t('departments.plant') : nameOf(code)]);
  }

  #save = (event) => {
    const values = submitted(event);
    const [en, zh] = [values['name-en'].trim(), values['name-zh'].trim()];
    const said = {
      name: zh ? { en, 'zh-CN': zh } : { en },
      head: values.head || undefined,
      members: [...this.querySelectorAll('[name=member]:checked')].map(({ value }) => value),
      calendar: values.calendar,
      stages: listOf(values.stages),
      fallback: values.fallback !== undefined,
    };
    const code = this.department?.code ?? values.code.trim();
    this.attempt(async () => {
      await saveDepartment(code, said);
      this.done(said);
    });
  };
}

customElements.define('department-form', DepartmentForm);
