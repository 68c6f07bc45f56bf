import { html, nothing } from 'lit';
import { t } from '../i18n/words.js';
import { risk, standing } from '../reading/standing.js';
import { LightElement } from './light-element.js';

/** Whether an order is late, at risk (and why), done or on its way. */
class StandingChip extends LightElement {
  static properties = { row: { attribute: false }, now: { attribute: false }, brief: { type: Boolean } };

  render() {
    const now = this.now ?? Date.now();
    const what = standing(this.row, now);
    const why = risk(this.row, now);
    const says = what === 'at-risk' || what === 'late';
    return html`<span class="chip" data-standing=${what}>${t(`standing.${what}`)}</span>
      ${says && why && !this.brief ? html`<span class="why">${t(`risk.${why}`)}</span>` : nothing}`;
  }
}

customElements.define('standing-chip', StandingChip);
