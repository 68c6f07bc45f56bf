import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { conclude } from '../requests.js';

const LONGEST = 10_000;

/** What follows from the quarter, as somebody writes it. */
class ReviewConclusions extends FormElement {
  static properties = {
    review: { attribute: false },
    theirs: { state: true },
    saved: { state: true },
  };

  static texts = { 409: 'service-review.refused', 412: 'service-review.written-meanwhile' };

  render() {
    const error = this.wrong('conclusions');
    return html`<form class="form" novalidate @submit=${this.#save} @input=${() => (this.saved = false)}>
      <div class="entry">
        <label for="conclusions">${t('service-review.what-follows')}</label>
        <textarea
          id="conclusions"
          name="conclusions"
          rows="6"
          maxlength=${LONGEST}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby="conclusions-error"
          .defaultValue=${this.review.conclusions}
        ></textarea>
        <p class="trouble" id="conclusions-error" role="alert">${error ?? ''}</p>
      </div>
      ${this.trouble('conclusions')}
      ${this.theirs ? html`<blockquote class="review-words">${this.theirs.conclusions}</blockquote>` : nothing}
      <p class="buttons">
        <button class="quiet" data-action="save-conclusions" ?disabled=${this.busy}>${t('save')}</button>
        <span role="status">${this.saved ? t('service-review.saved') : ''}</span>
      </p>
    </form>`;
  }

  #save = async (event) => {
    const { conclusions } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const { quarter, version } = this.theirs ?? this.review;
    this.saved = await this.attempt(async () => {
      const page = await conclude(quarter, conclusions, version);
      this.theirs = undefined;
      this.done(page);
    });
    // Sent once more, it replaces what somebody else wrote and its writer has now read.
    this.theirs = this.problem?.status === 412 ? this.problem.current : this.theirs;
  };
}

customElements.define('review-conclusions', ReviewConclusions);
