import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { dates, today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { daysAfter } from '../reading/visits.js';
import { choices, covers, endCover, saveCover } from '../requests.js';

const WEEK = 7;

/** Who goes instead of somebody who is away, from one day to another. */
class CoverForm extends FormElement {
  static properties = { offered: { state: true }, covers: { state: true } };

  #key = newKey();

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const [{ staff }, known] = await Promise.all([choices(), covers()]);
      Object.assign(this, { offered: staff, covers: known.covers });
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('cover-form.title')}</h2>
      <p class="soft">${t('cover-form.text')}</p>
      ${(this.covers ?? []).length > 0 ? this.#known() : nothing}
      ${this.#person('person', t('cover-form.myself'))} ${this.#person('substitute', t('visit-form.choose'))}
      <p class="trouble" role="alert">${this.wrong('substitute') ?? ''}</p>
      ${this.#day('from', today())} ${this.#day('until', daysAfter(today(), WEEK))}
      ${this.trouble('substitute', 'from', 'until')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #known() {
    return html`<ul class="rows">
      ${this.covers.map(
        ({ id, person, substitute, from, until }) => html`<li data-cover=${id}>
          <span>
            ${t('visits.covered-by', {
              person: person.name,
              substitute: substitute.name,
              days: dates(from, until),
            })}
          </span>
          <button type="button" class="quiet" data-action="end" ?disabled=${this.busy} @click=${() => this.#end(id)}>
            ${t('cover-form.end')}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #person = (name, nobody) =>
    selection({
      name,
      label: t(`cover-form.${name}`),
      options: [['', nobody], ...(this.offered ?? []).map(({ email, name: called }) => [email, called])],
      chosen: '',
    });

  #day = (name, value) =>
    field({
      id: `cover-${name}`,
      name,
      type: 'date',
      label: t(`cover-form.${name}`),
      value,
      error: this.wrong(name),
    });

  #save = (event) => {
    const { person, substitute, from, until } = submitted(event);
    const wrong = substitute ? [] : [{ field: 'substitute', said: t('cover-form.who') }];
    if (!this.fine(event.target, { wrong })) {
      return;
    }
    this.attempt(async () => {
      const saved = await saveCover({ ...(person ? { person } : {}), substitute, from, until }, this.#key);
      this.done(
        t('visits.covered-by', {
          person: saved.person.name,
          substitute: saved.substitute.name,
          days: dates(saved.from, saved.until),
        }),
      );
    });
  };

  #end = (id) =>
    this.attempt(async () => {
      await endCover(id);
      this.covers = this.covers.filter((one) => one.id !== id);
    });
}

customElements.define('cover-form', CoverForm);
