import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { figures } from '../minutes-requests.js';

const COLUMNS = ['asked', 'came', 'itemsRaised', 'itemsSolved'];

/** How much each company comes to meetings, and what comes of what it says there. */
class MeetingFigures extends LightElement {
  static properties = { companies: { state: true } };

  async firstUpdated() {
    this.companies = (await figures().catch(() => ({ companies: [] }))).companies;
  }

  render() {
    return this.companies?.length
      ? html`<section class="card meeting-figures" aria-labelledby="meeting-figures">
          <h2 id="meeting-figures">${t('meeting-figures.title')}</h2>
          <div class="scroll" role="region" tabindex="0" aria-label=${t('meeting-figures.table')}>
            <table class="figure-table">
              <thead>
                <tr><th scope="col">${t('meeting-figures.company')}</th>
                  ${COLUMNS.map((one) => html`<th scope="col">${t(`meeting-figures.${one}`)}</th>`)}</tr>
              </thead>
              <tbody>${this.companies.map((row) => html`<tr>
                <th scope="row">${row.company}</th>
                ${COLUMNS.map((one) => html`<td>${number(row[one])}</td>`)}
              </tr>`)}</tbody>
            </table>
          </div>
        </section>`
      : nothing;
  }
}

customElements.define('meeting-figures', MeetingFigures);
