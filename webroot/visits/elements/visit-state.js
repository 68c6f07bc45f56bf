import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { standing } from '../reading/visits.js';

const LOOKS = { missed: 'bad', 'not-noted': 'bad', confirmed: 'ok' };

/** Where a visit stands, in a word. */
class VisitState extends LightElement {
  static properties = { visit: { attribute: false } };

  render() {
    const stand = standing(this.visit, Date.now());
    return html`<span class="chip ${LOOKS[stand] ?? ''}" data-stand=${stand}>${t(`visit.state.${stand}`)}</span>`;
  }
}

customElements.define('visit-state', VisitState);
