import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { dues } from '../requests.js';
import './visit-due.js';

/** Whom nobody met in time. */
class VisitDues extends LightElement {
  static properties = { moved: { type: Number }, plans: { type: Boolean } };

  #list = new Listing(this, 'rows', dues);

  updated(changed) {
    changed.get('moved') !== undefined && this.#list.reload();
  }

  render() {
    return this.#list.show(
      (rows) => html`<ul class="rows card">
        ${rows.map(
          (due) => html`<li data-due="${due.company.code} ${due.role}">
            <visit-due .due=${due} ?plans=${this.plans}></visit-due>
          </li>`,
        )}
      </ul>`,
      t('visits.none-overdue'),
    );
  }
}

customElements.define('visit-dues', VisitDues);
