import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { stateOf, turnOf } from '../reading/reviews.js';

const CLOCK_MILLIS = 30_000;
const LOOKS = { planned: '', open: 'ok', closed: '' };

/** Whether a review is open, and until when. */
class ReviewState extends LightElement {
  static properties = { review: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const state = stateOf(this.review);
    const turn = turnOf(this.review);
    return html`<span class="chip ${LOOKS[state]}" data-state=${state} title=${inFull(turn)}>
      ${t(`reviews.state.${state}`, { when: when(turn) })}
    </span>`;
  }
}

customElements.define('review-state', ReviewState);
