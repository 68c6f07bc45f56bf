import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { halfOf, standing, stateOf } from '../reading/drills.js';

/** The drills: what is due, and how long those before took. */
class DrillsPage extends LightElement {
  static properties = { drills: { attribute: false } };

  render() {
    return html`<section class="manage" aria-labelledby="drills">
      <h1 id="drills">${t('drills.title')}</h1>
      <p class="soft">${t('drills.about')}</p>
      ${this.drills.length === 0
        ? html`<p class="empty">${t('drills.none')}</p>`
        : html`<ol class="card drill-rows">
            ${this.drills.map((drill) => this.#row(drill))}
          </ol>`}
    </section>`;
  }

  #row(drill) {
    const { result } = drill;
    return html`<li>
      <a class="drill-row" href="/drills/${drill.id}" data-state=${stateOf(drill)}>
        <span><strong>${drill.lot}</strong> <span class="soft">${halfOf(drill.half)}</span></span>
        <span>${standing(drill)}</span>
        ${result ? html`<span class="soft">${t('drill.gaps-of', { count: result.gaps })}</span>` : nothing}
      </a>
    </li>`;
  }
}

customElements.define('drills-page', DrillsPage);
