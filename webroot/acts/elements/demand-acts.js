import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { reading } from '../doing.js';

/** What somebody of the house may say of what an order demands: what was measured. */
class DemandActs extends LightElement {
  static properties = {
    may: { attribute: false },
    place: { attribute: false },
    demand: { attribute: false },
  };

  render() {
    const { may, demand } = this;
    return may.report && demand
      ? html`<div class="acts acts-demand">
          <button type="button" class="acts-button" data-action="act-reading" @click=${this.#read}>
            ${t('acts.reading')}<span class="visually-hidden">${t('acts.about', { what: wording(demand.name) })}</span>
          </button>
        </div>`
      : nothing;
  }

  #read = () => {
    const { order, line, stage, requirement } = this.place;
    const measurable = this.demand.minimum !== undefined || this.demand.maximum !== undefined;
    reading({ place: { order, line, stage, requirement }, demand: { ...this.demand, measurable } });
  };
}

customElements.define('demand-acts', DemandActs);
