import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { groups } from '../requests.js';
import './desk-proposals.js';
import './group-row.js';
import './review-state.js';

/** A design review for whoever runs it: groups to name, split and join, and what is to be answered. */
class ReviewDesk extends CalmElement {
  static properties = { page: { attribute: false }, said: { state: true } };

  #list = new Listing(this, 'groups', (after) => (this.page ? groups(this.page.number, after) : { groups: [] }));
  #seen;

  /** Groups that were found, or changed by others, are read again. */
  willUpdate(changed) {
    const now = this.#stamp();
    if (changed.has('page') && this.#seen !== now) {
      this.#seen = now;
      this.#list.reload();
    }
  }

  #stamp = () => [this.page.groups, this.page.proposals, this.page.answered].join();

  render() {
    const { title, question } = this.page;
    return html`<article class="review" aria-labelledby="review">
      <header class="review-head">
        <p><a href="/reviews">${t('review.back')}</a></p>
        <div class="head">
          <h1 id="review">${title}</h1>
          <button class="quiet" data-action="change" @click=${this.#change}>${t('review-desk.change')}</button>
        </div>
        <p class="review-question">${question}</p>
        <p><review-state .review=${this.page}></review-state></p>
        <p class="soft desk-counts">${t('review-desk.counts', this.page)}</p>
      </header>
      <p role="status" class="propose-said">${this.said ?? ''}</p>
      <section class="card" aria-labelledby="groups">
        <h2 id="groups">${t('review-desk.groups')}</h2>
        <p class="soft">${t('review-desk.groups-text')}</p>
        ${this.#list.show(
          (items) => html`<ul class="rows" @moved=${this.#moved}>
            ${items.map((group) => html`<li data-group=${group.id}>
              <group-row .review=${this.page.number} .group=${group} .all=${items}></group-row>
            </li>`)}
          </ul>`,
          t('review-desk.no-groups'),
        )}
      </section>
      <section class="card" aria-labelledby="all-proposals" @moved=${this.#moved}>
        <h2 id="all-proposals">${t('others.title')}</h2>
        ${this.page.proposals > 0
          ? html`<desk-proposals .review=${this.page.number} .stamp=${this.#stamp()} searching></desk-proposals>`
          : nothing}
      </section>
    </article>`;
  }

  #moved = () => {
    this.said = t('review-desk.done');
    this.#list.reload();
  };

  #change = async () => {
    await import('./review-form.js');
    const form = Object.assign(document.createElement('review-form'), { page: this.page });
    const saved = await inDialog(form, t('review-form.change'));
    if (saved) {
      this.page = saved;
      this.said = t('reviews.saved', saved);
    }
  };
}

customElements.define('review-desk', ReviewDesk);
