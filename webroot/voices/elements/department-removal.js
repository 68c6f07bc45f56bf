import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { removeDepartment } from '../requests.js';

/** Removes a department that has nothing left of its own; of one that has, says what is to be done first. */
class DepartmentRemoval extends FormElement {
  static properties = {
    department: { attribute: false },
    /** The stages that it has, by name. */
    stages: { attribute: false },
  };
  static texts = { 409: 'departments.remove-open' };

  render() {
    const { department, stages } = this;
    const name = wording(department.name) || department.code;
    const before = [
      department.fallback && t('departments.remove-fallback'),
      stages.length > 0 && t('departments.remove-stages', { stages: stages.join(t('comma')) }),
    ].filter(Boolean);
    const isFree = before.length === 0;
    return html`<h2>${t('departments.remove-title', { name })}</h2>
      ${isFree
        ? html`<p>${t('departments.remove-text')}</p>`
        : html`<p>${t('departments.remove-first')}</p>
            <ul class="removal-reasons">${before.map((one) => html`<li>${one}</li>`)}</ul>`}
      ${this.trouble()}
      <p class="buttons">
        ${isFree
          ? html`<button class="go danger" data-action="confirm" ?disabled=${this.busy} @click=${this.#remove}>
              ${t('departments.remove')}
            </button>`
          : ''}
        <button class="quiet" data-action="cancel" @click=${() => this.done(false)}>${t('cancel')}</button>
      </p>`;
  }

  #remove = async () => {
    (await this.attempt(() => removeDepartment(this.department.code))) && this.done(true);
  };
}

customElements.define('department-removal', DepartmentRemoval);
