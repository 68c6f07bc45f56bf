import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { cards, vote } from '../requests.js';

const CHOICES = ['agree', 'disagree', 'pass'];

/** One proposal after the other, those first that fewest have seen; one touch each. */
class VoteCards extends LightElement {
  static properties = {
    page: { attribute: false },
    cards: { state: true },
    left: { state: true },
    last: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  #judged = new Set();

  willUpdate(changed) {
    if (changed.has('page') && !this.busy && !(this.cards?.length > 0)) {
      this.#fetch(); // There may be new ones.
    }
  }

  render() {
    const [card] = this.cards ?? [];
    return html`<section class="card" aria-labelledby="cards">
      <div class="head">
        <h2 id="cards">${t('cards.title')}</h2>
        ${this.left > 0 ? html`<span class="soft cards-left">${t('cards.left', { count: this.left })}</span>` : nothing}
      </div>
      ${card ? this.#card(card) : this.#none()}
      <p role="alert">${this.problem ? refusal(this.problem) : ''}</p>
      ${this.last ? this.#last() : nothing}
    </section>`;
  }

  /** Something was said to it elsewhere. */
  drop(number) {
    this.#judged.add(number);
    const there = this.cards ?? [];
    this.cards = there.filter((card) => card.number !== number);
    this.left = Math.max(0, this.left - (this.cards.length < there.length ? 1 : 0));
  }

  #none = () =>
    html`<p class="soft" aria-busy=${this.cards ? nothing : 'true'}>${t(this.cards ? 'cards.none' : 'loading')}</p>`;

  #card(card) {
    return html`<div class="vote-card" data-proposal=${card.number}>
      <p class="proposal-text" aria-live="polite">${card.text}</p>
      ${card.company ? html`<p class="soft">${t('cards.from', { company: card.company })}</p>` : nothing}
      <p class="vote-buttons">
        ${CHOICES.map((choice) => html`<button
          class=${choice === 'agree' ? 'go' : 'quiet'}
          data-choice=${choice}
          ?disabled=${this.busy}
          @click=${() => this.#say(card, choice)}
        >${t(`cards.${choice}`)}</button>`)}
      </p>
    </div>`;
  }

  #last() {
    return html`<p class="cards-last" role="status">
      ${t(`cards.said.${this.last.choice}`)}
      <button class="quiet" data-action="undo" @click=${this.#again}>${t('cards.undo')}</button>
    </p>`;
  }

  async #say(card, choice) {
    this.busy = true;
    this.problem = undefined;
    try {
      await vote(this.page.number, card.number, choice);
      this.#judged.add(card.number);
      this.cards = this.cards.slice(1);
      this.left = Math.max(0, this.left - 1);
      this.last = { card, choice };
      this.cards.length === 0 && (await this.#fetch());
    } catch (problem) {
      this.problem = problem; // The card stays: nothing that was said is lost unseen.
    } finally {
      this.busy = false;
    }
  }

  #again = () => {
    this.cards = [this.last.card, ...this.cards];
    this.left += 1;
    this.last = undefined;
  };

  async #fetch() {
    try {
      const answer = await cards(this.page.number);
      this.cards = answer.cards.filter(({ number }) => !this.#judged.has(number));
      this.left = answer.left;
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('vote-cards', VoteCards);
