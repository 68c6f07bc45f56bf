import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { t } from '../../base/words.js';
import { stateOf } from '../reading/reviews.js';
import './other-proposals.js';
import './own-proposals.js';
import './propose-form.js';
import './review-state.js';
import './vote-cards.js';

/** A design review for those who take part: propose, judge, and read what became of one's own. */
class ReviewPage extends CalmElement {
  static properties = { page: { attribute: false } };

  render() {
    const state = stateOf(this.page);
    return html`<article class="review" aria-labelledby="review">
      <header class="review-head">
        <p><a href="/reviews">${t('review.back')}</a></p>
        <h1 id="review">${this.page.title}</h1>
        <p class="review-question">${this.page.question}</p>
        <p><review-state .review=${this.page}></review-state></p>
      </header>
      ${state === 'open' ? this.#open() : html`<p class="hint-box">${t(`review.${state}-text`)}</p>`}
      <own-proposals .page=${this.page}></own-proposals>
      ${state === 'planned'
        ? nothing
        : html`<other-proposals .page=${this.page} ?open=${state === 'open'}></other-proposals>`}
    </article>`;
  }

  #open() {
    return html`<div class="review-acts" @supported=${this.#supported}>
      <propose-form .page=${this.page}></propose-form>
      <vote-cards .page=${this.page}></vote-cards>
    </div>`;
  }

  #supported = ({ detail }) => this.querySelector('vote-cards').drop(detail);
}

customElements.define('review-page', ReviewPage);
