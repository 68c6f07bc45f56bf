import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { answeringFor } from '../reading/claims.js';
import { departments } from '../requests.js';

let known; // Asked once, however many stages there are.

/** Who answers what is said at a stage, with the way to where that is set. */
class StageDepartment extends LightElement {
  static properties = { stage: { attribute: false }, departments: { state: true } };

  firstUpdated() {
    known ??= departments();
    known.then((answer) => (this.departments = answer.departments), () => {}); // Beside the point of the page.
  }

  render() {
    if (!this.departments || this.departments.length === 0 || !this.stage) {
      return nothing;
    }
    const { department, isFallback } = answeringFor(this.stage, this.departments);
    const key = isFallback ? 'answer-by-fallback' : 'answer-for-stage';
    return html`<p class="soft">
      ${department
        ? t(`departments.${key}`, { name: wording(department.name) })
        : t('departments.nobody-for-stage')}
      <a href="/departments">${t('departments.title')}</a>
    </p>`;
  }
}

customElements.define('stage-department', StageDepartment);
