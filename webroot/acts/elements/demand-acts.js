import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { FollowingWaivers } from '../asked.js';
import { confirming, counting, declining, reading, waiving } from '../doing.js';

/** What somebody of the house may do with what an order demands: say what was measured, and let it go. */
class DemandActs extends LightElement {
  static properties = {
    may: { attribute: false },
    me: { attribute: false },
    page: { attribute: false },
    place: { attribute: false },
    demand: { attribute: false },
  };

  #waivers = new FollowingWaivers(this);

  willUpdate() {
    this.page && this.#waivers.follow(this.page.number);
  }

  render() {
    const { may, demand, page } = this;
    if (!demand || page?.state === 'cancelled') {
      return nothing;
    }
    const asked = this.#waivers.of(this.place);
    return html`<div class="acts acts-demand">
        ${may.report ? this.#button('reading', () => this.#read()) : nothing}
        ${may.waive && !asked ? this.#waive(demand.verdict) : nothing}
      </div>
      ${asked ? this.#asked(asked) : nothing}`;
  }

  #waive(verdict) {
    if (verdict === 'waived') {
      return this.#button('count', counting);
    }
    return verdict === 'passed' ? nothing : this.#button('waive', waiving);
  }

  #asked({ askedBy, reason }) {
    const { may, me } = this;
    const own = askedBy === me.name;
    return html`<div class="acts-asked">
      <p>${t('acts.waiver-asked', { by: askedBy, reason: wording(reason) })}</p>
      <p class="acts">
        ${may.waive && own ? html`<span class="soft">${t('acts.second-person')}</span>` : nothing}
        ${may.waive && !own ? this.#button('confirm', (about) => confirming({ ...about, reason })) : nothing}
        ${may.waive && !own ? this.#button('decline', declining) : nothing}
        ${may.waive && own ? this.#button('withdraw', counting) : nothing}
      </p>
    </div>`;
  }

  #button(name, act) {
    return html`<button
      type="button"
      class="acts-button"
      data-action="act-${name}"
      @click=${() => act({ ...this.place, named: wording(this.demand.name) })}
    >${t(`acts.${name}`)}<span class="visually-hidden">${t('acts.about', { what: wording(this.demand.name) })}</span
    ></button>`;
  }

  #read() {
    const { order, line, stage, requirement } = this.place;
    const measurable = this.demand.minimum !== undefined || this.demand.maximum !== undefined;
    reading({ place: { order, line, stage, requirement }, demand: { ...this.demand, measurable } });
  }
}

customElements.define('demand-acts', DemandActs);
