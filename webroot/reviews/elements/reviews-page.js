import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { reviews } from '../requests.js';
import './review-state.js';

/** All reviews that somebody takes part in, or runs. */
class ReviewsPage extends LightElement {
  static properties = { me: { attribute: false }, said: { state: true } };

  #list = new Listing(this, 'reviews', reviews);

  render() {
    const runs = can(this.me, 'reviews.run');
    return html`<section class="manage" aria-labelledby="reviews">
      <div class="lead">
        <div class="head">
          <h1 id="reviews">${t('reviews.title')}</h1>
          ${runs
            ? html`<button class="go" data-action="new" @click=${this.#make}>${t('reviews.new')}</button>`
            : nothing}
        </div>
        <p class="soft">${t(runs ? 'reviews.ours-text' : 'reviews.text')}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((one) => html`<li data-review=${one.number}>${this.#row(one)}</li>`)}
        </ul>`,
        t('reviews.none'),
      )}
    </section>`;
  }

  #row = (review) => html`<a class="review-row" href="/reviews/${review.number}">
    <span class="row-main"><b>${review.title}</b><span class="soft row-line">${review.question}</span></span>
    <span class="review-row-end">
      <review-state .review=${review}></review-state>
      <span class="soft">${t('reviews.count', { count: review.proposals })}</span>
    </span>
  </a>`;

  #make = async () => {
    await import('./review-form.js');
    const saved = await inDialog(document.createElement('review-form'), t('review-form.new'));
    if (saved) {
      this.said = t('reviews.saved', { title: saved.title });
      await this.#list.reload();
    }
  };
}

customElements.define('reviews-page', ReviewsPage);
