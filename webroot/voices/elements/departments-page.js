import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { can } from '../../base/reading/access.js';
import { t, wording } from '../../base/words.js';
import { personName, staffIn } from '../reading/people.js';
import { stageNames } from '../reading/stages.js';
import { calendars, departments, routings } from '../requests.js';
import './chosen-person.js';
import './department-form.js';
import './department-removal.js';

/** Who answers what is said at which stage. */
class DepartmentsPage extends LightElement {
  static properties = {
    me: { attribute: false },
    said: { state: true },
    calendars: { state: true },
    names: { state: true },
  };

  #list = new Listing(this, 'departments', departments);

  /** Until they are known, and where they cannot be read, calendars and stages are called by their codes. */
  async firstUpdated() {
    const [known, made] = await Promise.all([calendars, routings].map((ask) => ask().catch(() => undefined)));
    this.calendars = known?.calendars;
    this.names = stageNames(made?.routings);
  }

  #stages = ({ stages = [] }) => stages.map((code) => wording(this.names?.get(code)) || code);

  render() {
    return html`<section class="manage" aria-labelledby="departments">
      <div class="lead">
        <div class="head">
          <h1 id="departments">${t('departments.title')}</h1>
          <button class="go" data-action="add" @click=${() => this.#edit()}>${t('departments.add')}</button>
        </div>
        <p class="soft">${t('departments.text')}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-department=${one.code}>${this.#row(one)}</li>`)}
        </ul>`,
        t('departments.none'),
      )}
      <chosen-person .staff=${this.#staff()} ?fixed=${!can(this.me, 'people.manage')}></chosen-person>
    </section>`;
  }

  #staff = () => staffIn(this.#list.answer);

  #row(one) {
    const { code, name, head, members = [], calendar, fallback } = one;
    const stages = this.#stages(one);
    return html`<div class="row">
      <p class="row-main">
        <b>${wording(name)}</b> ${fallback ? html`<span class="chip">${t('departments.fallback')}</span>` : nothing}
        <span class="soft row-line">${stages.length > 0 ? stages.join(t('comma')) : t('departments.no-stages')}</span>
      </p>
      <p class="row-main">
        ${head
          ? t('departments.headed', { name: personName(head, this.#staff()) })
          : t('departments.no-head')}
        <span class="soft row-line">
          ${[members.length > 0 && t('departments.members', { count: members.length }), this.#hours(calendar)]
            .filter(Boolean)
            .join(t('comma'))}
        </span>
      </p>
      <p class="buttons">
        <button class="quiet" data-action="change" @click=${() => this.#edit(one)}>
          ${t('departments.change')}<span class="visually-hidden"> ${wording(name) || code}</span>
        </button>
        <button class="quiet" data-action="remove" @click=${() => this.#remove(one)}>
          ${t('departments.remove')}<span class="visually-hidden"> ${wording(name) || code}</span>
        </button>
      </p>
    </div>`;
  }

  #hours = (calendar) =>
    t('departments.calendar-is', { calendar: calendar === 'plant' ? t('departments.plant') : this.#called(calendar) });

  #called = (calendar) => this.calendars?.find(({ code }) => code === calendar)?.name ?? calendar;

  async #remove(department) {
    const name = wording(department.name) || department.code;
    const form = Object.assign(document.createElement('department-removal'), {
      department,
      stages: this.#stages(department),
    });
    if (await inDialog(form, t('departments.remove-title', { name }))) {
      this.said = t('departments.removed', { name });
      await this.#list.reload();
    }
  }

  async #edit(department) {
    const form = document.createElement('department-form');
    Object.assign(form, { department, staff: this.#staff() });
    const saved = await inDialog(form, department ? wording(department.name) : t('departments.add'));
    if (saved) {
      this.said = t('departments.saved', { name: wording(saved.name) });
      await this.#list.reload();
    }
  }
}

customElements.define('departments-page', DepartmentsPage);
