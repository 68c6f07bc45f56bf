import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { quarterOf, standing } from '../reading/quarter.js';
import { begin, sign } from '../requests.js';
import './quarter-facts.js';
import './review-action-form.js';
import './review-conclusions.js';
import './review-correction-form.js';

/** One review: what the quarter says, what follows from it, what is done, and who signed. */
class ServiceReviewView extends FormElement {
  static properties = { page: { attribute: false } };

  static texts = { 409: 'service-review.refused', 412: 'service-review.changed-meanwhile' };

  #key = newKey();

  render() {
    const { quarter, state, review, facts } = this.page;
    return html`<article class="manage" data-state=${state}>
      <p><a href="/service-reviews">${t('service-reviews.title')}</a></p>
      <h1>${t('service-review.title', { quarter: quarterOf(quarter) })}</h1>
      <p><strong role="status">${standing({ state, ...review })}</strong></p>
      <p class="soft">
        ${t(state === 'signed' ? 'service-review.counted-then' : 'service-review.counted', { day: date(facts.asOf) })}
      </p>
      ${state === 'due' ? this.#begin() : nothing}
      <quarter-facts .facts=${facts}></quarter-facts>
      ${review ? html`${this.#conclusions(review)} ${this.#actions()}` : nothing}
      ${state === 'begun' ? this.#sign(review) : nothing} ${state === 'signed' ? this.#corrections() : nothing}
    </article>`;
  }

  #begin() {
    return html`<div>
      <p class="buttons">
        <button class="go" data-action="begin-review" ?disabled=${this.busy} @click=${this.#start}>
          ${t('service-review.begin')}
        </button>
      </p>
      ${this.trouble()}
    </div>`;
  }

  #start = () =>
    this.attempt(async () => {
      this.page = await begin(this.page.quarter, this.#key);
    });

  #conclusions(review) {
    return html`<section class="card" aria-labelledby="review-conclusions">
      <h2 id="review-conclusions">${t('service-review.conclusions')}</h2>
      ${review.signed
        ? html`<p class="review-words">${review.conclusions}</p>`
        : html`<review-conclusions .review=${review} @done=${this.#take}></review-conclusions>`}
    </section>`;
  }

  #take = ({ detail }) => (this.page = detail ?? this.page);

  #actions() {
    const { actions, state } = this.page;
    return html`<section class="card" aria-labelledby="review-actions">
      <h2 id="review-actions">${t('service-review.actions')}</h2>
      ${actions.length === 0
        ? html`<p class="soft">${t('service-review.no-actions')}</p>`
        : html`<ul class="review-notes" data-rows="actions">
            ${actions.map(
              ({ number, text, owner, due, state: now, closing }) => html`<li>
                <a href="/actions/${encodeURIComponent(number)}">${text}</a>
                <span class="soft">
                  ${t('service-review.action-of', { owner, due: date(due), state: t(`service-review.action-${now}`) })}
                </span>
                ${closing ? html`<span>${closing}</span>` : nothing}
              </li>`,
            )}
          </ul>`}
      ${state === 'begun'
        ? html`<p class="buttons">
            <button class="quiet" data-action="raise-action" @click=${this.#raise}>
              ${t('service-review.raise')}
            </button>
          </p>`
        : nothing}
    </section>`;
  }

  #raise = () => this.#asked('review-action-form', t('service-review.raise'));

  async #asked(name, label) {
    const form = Object.assign(document.createElement(name), { quarter: this.page.quarter });
    this.page = (await inDialog(form, label)) ?? this.page;
  }

  #sign({ conclusions }) {
    return html`<section class="card" aria-labelledby="review-sign">
      <h2 id="review-sign">${t('service-review.sign')}</h2>
      <p class="soft">${t(conclusions ? 'service-review.sign-about' : 'service-review.sign-after')}</p>
      <p class="buttons">
        <button class="go" data-action="sign-review" ?disabled=${this.busy || !conclusions} @click=${this.#freeze}>
          ${t('service-review.sign-now')}
        </button>
      </p>
      ${this.trouble()}
    </section>`;
  }

  #freeze = async () => {
    const question = {
      title: t('service-review.sign'),
      text: t('service-review.sign-asked', { quarter: quarterOf(this.page.quarter) }),
      go: t('service-review.sign-now'),
    };
    if (await confirmed(question)) {
      await this.attempt(async () => {
        this.page = await sign(this.page.quarter, this.page.review.version);
      });
    }
  };

  #corrections() {
    const { corrections } = this.page;
    return html`<section class="card" aria-labelledby="review-corrections">
      <h2 id="review-corrections">${t('service-review.corrections')}</h2>
      ${corrections.length === 0
        ? html`<p class="soft">${t('service-review.no-corrections')}</p>`
        : html`<ul class="review-notes" data-rows="corrections">
            ${corrections.map(
              ({ text, by, at }) => html`<li>
                <span class="review-words">${text}</span>
                <span class="soft">${t('service-review.said-by', { by, at: when(at) })}</span>
              </li>`,
            )}
          </ul>`}
      <p class="buttons">
        <button class="quiet" data-action="correct-review" @click=${this.#correct}>
          ${t('service-review.correct')}
        </button>
      </p>
    </section>`;
  }

  #correct = () => this.#asked('review-correction-form', t('service-review.correct'));
}

customElements.define('service-review-view', ServiceReviewView);
