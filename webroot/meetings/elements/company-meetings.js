import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { ShortList } from '../../base/elements/short-list.js';
import { number, t } from '../../base/words.js';
import { figures } from '../minutes-requests.js';
import { sorted } from '../reading/meeting.js';
import { when } from '../reading/when.js';
import { meetingsOf } from '../requests.js';

const SHOWN = 3;
const FIGURES = ['asked', 'came', 'itemsRaised', 'itemsSolved'];

/** The meetings that a company is asked to, and how much it comes to them. */
class CompanyMeetings extends LightElement {
  static properties = { company: { attribute: false }, counts: { state: true } };

  #list = new ShortList(
    this,
    async () => (await meetingsOf(this.company.code)).rows,
    () => ['meetings'],
  );

  async firstUpdated() {
    const { companies } = await figures().catch(() => ({ companies: [] })); // Not everybody reads them.
    this.counts = companies.find(({ company }) => company === this.company.name);
  }

  render() {
    const { items, problem } = this.#list;
    return html`<section class="card company-part" aria-labelledby="company-meetings">
      <div class="head">
        <h2 id="company-meetings">${t('company-meetings.title')}</h2>
        <a href="/meetings">${t('company-meetings.all')}</a>
      </div>
      <p role="alert">${problem ?? ''}</p>
      ${items ? this.#rows(items) : problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${this.counts ? this.#figures() : nothing}
    </section>`;
  }

  #rows(items) {
    const { toCome, past } = sorted(items);
    return toCome.length + past.length === 0
      ? html`<p class="empty">${t('company-meetings.none')}</p>`
      : html`<ul class="rows">
          ${[...toCome.slice(0, SHOWN), ...past.slice(0, SHOWN)].map((row) => this.#row(row))}
        </ul>`;
  }

  #row(row) {
    return html`<li data-meeting=${row.number}>
      <span class="row-main">
        <a href="/meetings/${row.number}"><b>${row.title}</b></a>
        <span class="soft row-line">${when(row)}</span>
      </span>
      ${row.state === 'planned'
        ? nothing
        : html`<span class="chip ${row.state === 'cancelled' ? 'bad' : ''}">${t(`meeting.state-${row.state}`)}</span>`}
    </li>`;
  }

  #figures() {
    return html`<dl class="company-facts">
      ${FIGURES.map((name) => html`<div><dt>${t(`meeting-figures.${name}`)}</dt>
        <dd>${number(this.counts[name])}</dd></div>`)}
    </dl>`;
  }
}

customElements.define('company-meetings', CompanyMeetings);
