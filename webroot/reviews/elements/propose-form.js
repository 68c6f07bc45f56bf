import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { lengthOf } from '../reading/reviews.js';
import { alike, propose, vote } from '../requests.js';

const PAUSE_MILLIS = 400;
const SHORTEST_COMPARED = 4;

/** One idea: what is like it is shown while it is written, and can be supported instead. */
class ProposeForm extends FormElement {
  static properties = {
    page: { attribute: false },
    text: { state: true },
    alike: { state: true },
    said: { state: true },
  };

  #key = newKey();
  #timer;

  constructor() {
    super();
    Object.assign(this, { text: '', alike: [] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { limits } = this.page;
    return html`<section class="card" aria-labelledby="propose">
      <h2 id="propose">${t('propose.title')}</h2>
      ${limits.own < limits.each
        ? this.#form(limits)
        : html`<p class="hint-box">${t('propose.none-left', { each: limits.each })}</p>`}
      <p role="status" class="propose-said">${this.said ?? ''}</p>
    </section>`;
  }

  #form(limits) {
    return html`<form class="form" @submit=${this.#send}>
      <div class="entry">
        <label for="propose-text">${t('propose.label')}</label>
        <textarea
          id="propose-text"
          name="text"
          required
          maxlength=${limits.length}
          aria-describedby="propose-limits"
          .value=${this.text}
          @input=${this.#write}
        ></textarea>
        <p class="soft propose-limits" id="propose-limits">
          <span>${t('propose.left', { length: lengthOf(this.text), most: limits.length })}</span>
          <span>${t('propose.made', { own: limits.own, each: limits.each })}</span>
        </p>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      ${this.alike.length > 0 ? this.#alike() : nothing}
      <label class="tick">
        <input type="checkbox" name="openly" />
        <span>${t('propose.openly')}<small class="soft">${t('propose.openly-text')}</small></span>
      </label>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="propose" ?disabled=${this.busy}>${t('propose.go')}</button>
      </p>
    </form>`;
  }

  #alike() {
    return html`<div class="propose-alike" role="group" aria-labelledby="propose-alike">
      <p id="propose-alike"><b>${t('propose.alike')}</b></p>
      <ul>
        ${this.alike.map((one) => html`<li data-proposal=${one.number}>
          <p class="proposal-text">${one.text}</p>
          ${this.#support(one)}
        </li>`)}
      </ul>
    </div>`;
  }

  #support(one) {
    if (one.own || one.vote === 'agree') {
      return html`<p class="soft">${t(one.own ? 'propose.is-own' : 'propose.you-agreed')}</p>`;
    }
    return html`<button type="button" class="quiet" data-action="support" @click=${() => this.#instead(one)}>
      ${t('propose.support')}
    </button>`;
  }

  #write = ({ target }) => {
    this.text = target.value;
    this.said = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#compare(this.text.trim()), PAUSE_MILLIS);
  };

  async #compare(text) {
    try {
      const found = text.length < SHORTEST_COMPARED ? [] : (await alike(this.page.number, text)).proposals;
      if (this.text.trim() === text) {
        this.alike = found;
      }
    } catch {
      this.alike = []; // It is an offer: one can propose without it.
    }
  }

  #instead = ({ number, text }) =>
    this.attempt(async () => {
      await vote(this.page.number, number, 'agree');
      this.#empty(t('propose.supported', { text }));
      this.dispatchEvent(new CustomEvent('supported', { bubbles: true, detail: number }));
    });

  #send = (event) => {
    const { text, openly } = submitted(event);
    this.attempt(async () => {
      await propose(this.page.number, { text, openly: openly !== undefined }, this.#key);
      event.target.reset();
      this.#empty(t('propose.done'));
    });
  };

  #empty(said) {
    clearTimeout(this.#timer);
    this.#key = newKey();
    Object.assign(this, { text: '', alike: [], said });
  }
}

customElements.define('propose-form', ProposeForm);
