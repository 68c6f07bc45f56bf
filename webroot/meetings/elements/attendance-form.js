import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { guests, mark } from '../table-requests.js';

/** Who came: whoever opened the page while it was held, and who is marked by hand. */
class AttendanceForm extends FormElement {
  static properties = { number: { type: Number }, people: { state: true } };

  firstUpdated() {
    this.#load();
  }

  #load = () => this.attempt(async () => (this.people = (await guests(this.number)).people));

  render() {
    return html`<form class="form" @submit=${(event) => event.preventDefault()}>
      <h2>${t('table.who-came')}</h2>
      <p class="soft">${t('attendance.text')}</p>
      <fieldset class="ticks">
        <legend class="visually-hidden">${t('table.who-came')}</legend>
        ${(this.people ?? []).map(({ person, name, company, came }) => html`<label>
          <input type="checkbox" name="came" value=${person} .checked=${Boolean(came)} ?disabled=${this.busy}
            @change=${({ target }) => this.#mark(person, target.checked)} />
          <span>${name}${company ? html`<small class="soft">${company}</small>` : nothing}</span>
        </label>`)}
      </fieldset>
      ${this.trouble()}
      <p class="buttons"><button type="button" class="go" data-action="attendance-done"
        @click=${() => this.done()}>${t('writer.done')}</button></p>
    </form>`;
  }

  #mark = async (person, came) => {
    await this.attempt(() => mark(this.number, person, came));
    const { problem } = this;
    await this.#load();
    this.problem ??= problem;
  };
}

customElements.define('attendance-form', AttendanceForm);
