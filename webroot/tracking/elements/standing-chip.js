import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { mayComeLate, risk, standing } from '../reading/standing.js';

/** Whether an order is late, at risk (and why), done or on its way. */
class StandingChip extends LightElement {
  static properties = { row: { attribute: false }, now: { attribute: false }, brief: { type: Boolean } };

  render() {
    const now = this.now ?? Date.now();
    const what = standing(this.row, now);
    const why = what === 'at-risk' || what === 'late' ? risk(this.row, now) : mayComeLate(this.row, now) && 'perhaps';
    return html`<span class="chip" data-standing=${what}>${t(`standing.${what}`)}</span>
      ${why && !this.brief ? html`<span class="why">${t(`risk.${why}`)}</span>` : nothing}`;
  }
}

customElements.define('standing-chip', StandingChip);
