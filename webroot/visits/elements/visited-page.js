import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { t } from '../../base/words.js';
import { parted } from '../reading/visits.js';
import './visit-row.js';

/** Visits to one's own company: what is to come, and what was noted. */
class VisitedPage extends CalmElement {
  static properties = { me: { attribute: false }, list: { attribute: false } };

  render() {
    const { coming, past } = parted(this.list?.rows ?? {});
    return html`<section class="manage" aria-labelledby="visits">
      <div class="lead">
        <h1 id="visits">${t('visits.own-title')}</h1>
        <p class="soft">${t('visits.own-text')}</p>
      </div>
      ${this.list && coming.length + past.length === 0
        ? html`<div class="empty">${t('visits.own-none')}</div>`
        : nothing}
      ${this.#part('coming', coming)} ${this.#part('past', past)}
    </section>`;
  }

  #part(name, visits) {
    return visits.length === 0
      ? nothing
      : html`<h2>${t(`visits.${name}`)}</h2>
          <ul class="rows card">
            ${visits.map(
              (visit) => html`<li data-visit=${visit.number}><visit-row own .visit=${visit}></visit-row></li>`,
            )}
          </ul>`;
  }
}

customElements.define('visited-page', VisitedPage);
