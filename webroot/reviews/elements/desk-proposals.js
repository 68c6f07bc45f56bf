import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { proposals } from '../requests.js';
import './proposal-answer.js';

const PAUSE_MILLIS = 300;
const SHOWN = 20;
const SHOWS = ['all', 'unanswered'];

/** Proposals of a group, or all of a review: to choose from, to split off and to answer. */
class DeskProposals extends LightElement {
  static properties = {
    review: { attribute: false },
    group: { attribute: false },
    searching: { type: Boolean },
    /** Says when there is something new. */
    stamp: { attribute: false },
    chosen: { state: true },
    show: { state: true },
  };

  #text = '';
  #timer;
  #list = new Listing(this, 'proposals', (after) =>
    proposals(this.review, {
      group: this.group,
      text: this.#text,
      answered: this.show === 'unanswered' ? false : undefined,
      after,
      limit: SHOWN,
    }),
  );

  constructor() {
    super();
    Object.assign(this, { chosen: new Set(), show: SHOWS[0] });
  }

  /** What somebody is at stays under their hands. */
  willUpdate(changed) {
    if (changed.get('stamp') !== undefined && this.chosen.size === 0 && this.#list.items.length <= SHOWN) {
      this.#list.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`${this.searching ? this.#filters() : nothing}
      ${this.#list.show((items) => html`<ul class="rows">${items.map(this.#row)}</ul>`, t('others.none'))}
      ${this.chosen.size > 0 ? this.#acts() : nothing}`;
  }

  #filters() {
    return html`<div class="filters" role="search">
      <label class="search">
        <span class="visually-hidden">${t('others.search')}</span>
        <input type="search" name="q" placeholder=${t('others.search')} @input=${this.#search} />
      </label>
      <div class="kinds" role="group">
        ${SHOWS.map((show) => html`<button
          data-show=${show}
          aria-pressed=${this.show === show}
          @click=${() => this.#narrow(show)}
        >${t(`review-desk.${show}`)}</button>`)}
      </div>
    </div>`;
  }

  #row = (one) => html`<li data-proposal=${one.number}>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${this.chosen.has(one.number)}
        @change=${({ target }) => this.#choose(one.number, target.checked)}
      />
      <span class="proposal-text">
        ${one.text}
        <small class="soft">
          ${t('review-desk.by', { name: one.by, company: one.company })} · ${t('others.votes', one)}
        </small>
        ${one.answer ? html`<proposal-answer .answer=${one.answer}></proposal-answer>` : nothing}
      </span>
    </label>
  </li>`;

  #acts() {
    const count = this.chosen.size;
    return html`<p class="buttons desk-acts">
      <span role="status">${t('review-desk.chosen', { count })}</span>
      <button class="quiet" data-action="split" @click=${this.#split}>${t('review-desk.split', { count })}</button>
      <button class="go" data-action="answer-chosen" @click=${this.#answer}>
        ${t('review-desk.answer-chosen', { count })}
      </button>
    </p>`;
  }

  #choose(number, isChosen) {
    this.chosen = new Set(this.chosen);
    isChosen ? this.chosen.add(number) : this.chosen.delete(number);
  }

  #narrow(show) {
    this.show = show;
    this.#list.reload();
  }

  #search = ({ target }) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = target.value.trim();
      this.#list.reload();
    }, PAUSE_MILLIS);
  };

  #split = async () => {
    await import('./group-form.js');
    this.#ask('group-form', t('group-form.split'));
  };

  #answer = async () => {
    await import('./answer-form.js');
    this.#ask('answer-form', t('answer-form.title'));
  };

  async #ask(name, label) {
    const chosen = [...this.chosen];
    const form = Object.assign(document.createElement(name), {
      review: this.review,
      proposals: chosen,
      count: chosen.length,
    });
    if (await inDialog(form, label)) {
      this.chosen = new Set();
      await this.#list.reload();
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    }
  }
}

customElements.define('desk-proposals', DeskProposals);
