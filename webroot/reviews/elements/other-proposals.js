import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { proposals, vote } from '../requests.js';

const CHOICES = ['agree', 'disagree'];
const PAUSE_MILLIS = 300;

/** All proposals of a review, to look for one and change what one said. */
class OtherProposals extends LightElement {
  static properties = { page: { attribute: false }, open: { type: Boolean }, problem: { state: true } };

  #text = '';
  #timer;
  #list = new Listing(this, 'proposals', (after) =>
    proposals(this.page.number, { text: this.#text, after, limit: 20 }),
  );

  /** What one has just proposed stands there too. */
  willUpdate(changed) {
    const before = changed.get('page');
    if (before && Object.keys(before.own ?? {}).length !== Object.keys(this.page.own ?? {}).length) {
      this.#list.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<section class="card" aria-labelledby="others">
      <h2 id="others">${t('others.title')}</h2>
      <label class="search">
        <span class="visually-hidden">${t('others.search')}</span>
        <input type="search" name="q" placeholder=${t('others.search')} @input=${this.#search} />
      </label>
      <p role="alert">${this.problem ? refusal(this.problem) : ''}</p>
      ${this.#list.show((items) => html`<ul class="rows">${items.map(this.#row)}</ul>`, t('others.none'))}
    </section>`;
  }

  #row = (one) => html`<li data-proposal=${one.number}>
    <div class="other-proposal">
      <p class="proposal-text">
        ${one.text} ${one.company ? html`<span class="soft own-line">${t('cards.from', one)}</span>` : ''}
      </p>
      ${this.page.own?.[one.number] || !this.open ? '' : this.#choices(one)}
    </div>
  </li>`;

  #choices = (one) => html`<div class="kinds" role="group" aria-label=${one.text}>
    ${CHOICES.map((choice) => html`<button
      data-choice=${choice}
      aria-pressed=${one.vote === choice}
      @click=${() => this.#say(one, choice)}
    >${t(`cards.${choice}`)}</button>`)}
  </div>`;

  #search = ({ target }) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = target.value.trim();
      this.#list.reload();
    }, PAUSE_MILLIS);
  };

  async #say(one, choice) {
    const said = one.vote === choice ? 'pass' : choice;
    try {
      this.problem = undefined;
      await vote(this.page.number, one.number, said);
      one.vote = said;
      this.requestUpdate();
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('other-proposals', OtherProposals);
