import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { quarterOf, standing } from '../reading/quarter.js';

/** The quarters that are over, and how far their reviews are. */
class ServiceReviewsPage extends LightElement {
  static properties = { reviews: { attribute: false } };

  render() {
    return html`<section class="manage" aria-labelledby="service-reviews">
      <h1 id="service-reviews">${t('service-reviews.title')}</h1>
      <p class="soft">${t('service-reviews.about')}</p>
      ${this.reviews.length === 0
        ? html`<p class="empty">${t('service-reviews.none')}</p>`
        : html`<ol class="card service-review-rows">
            ${this.reviews.map(
              (review) => html`<li>
                <a href="/service-reviews/${encodeURIComponent(review.quarter)}" data-state=${review.state}>
                  <strong>${quarterOf(review.quarter)}</strong> <span>${standing(review)}</span>
                </a>
              </li>`,
            )}
          </ol>`}
    </section>`;
  }
}

customElements.define('service-reviews-page', ServiceReviewsPage);
