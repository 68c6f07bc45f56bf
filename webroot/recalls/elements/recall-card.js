import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Printing } from '../../base/elements/printing.js';
import { t, wording } from '../../base/words.js';
import { isTheirs, lead, news, piecesName, placeName, standingOf } from '../reading/notices.js';
import { markRead } from '../requests.js';
import './recall-choice.js';
import './recall-reach.js';

const FEW = 12;
const SEEN = 0.5;
/** Nobody reads in less. */
const A_MOMENT_MILLIS = 1_000;

/** What a company is told about its pieces, with what it can choose; `preview` shows it before it is told. */
class RecallCard extends LightElement {
  static properties = {
    notice: { attribute: false },
    preview: { type: Boolean },
    /** True on a page of its own, where its title is the page's. */
    whole: { type: Boolean },
    printing: { state: true },
  };

  #watching;
  #timer;
  #told;

  constructor() {
    super();
    new Printing(this);
  }

  render() {
    const { notice } = this;
    const { text, look } = standingOf(notice);
    const id = `recall-${notice.id ?? 'preview'}`;
    return html`<article
      class="card recall-card"
      data-state=${notice.state}
      data-notice=${notice.id ?? nothing}
      aria-labelledby=${id}
    >
      <header>
        <p class="buttons">
          <strong class="recall-mark">${t(notice.state === 'cleared' ? 'recall.cleared' : 'recall.mark')}</strong>
          ${this.preview || !notice.company ? nothing : html`<span class="chip ${look}">${text}</span>`}
        </p>
        ${this.whole
          ? html`<h1 id=${id}>${wording(notice.title)}</h1>`
          : html`<h2 id=${id}>${wording(notice.title)}</h2>`}
        <p class="soft">${lead(notice, notice.company !== undefined)}</p>
        ${news(notice) ? html`<p class="recall-news">${news(notice)}</p>` : nothing}
      </header>
      ${notice.state === 'cleared' ? html`<p>${t('recall.clear-text')}</p>` : this.#said()}
      ${notice.state === 'cleared' ? nothing : this.#pieces()}
      ${notice.state === 'cleared' ? nothing : this.#deeds()}
    </article>`;
  }

  /** Once all is done nothing presses any more: what it was about can still be read. */
  #said() {
    return this.notice.state === 'done'
      ? html`<details class="disclosure recall-was" ?open=${this.printing}>
          <summary>${t('recall.was')}</summary>
          ${this.#words()}
        </details>`
      : this.#words();
  }

  #words() {
    const { what, hazard, now } = this.notice;
    return html`<div class="recall-now">
        <p class="recall-label">${t('recall.now')}</p>
        <p>${wording(now)}</p>
      </div>
      <dl class="recall-said">
        <div><dt>${t('recall.hazard')}</dt><dd>${wording(hazard)}</dd></div>
        <div><dt>${t('recall.what')}</dt><dd>${wording(what)}</dd></div>
      </dl>`;
  }

  #pieces() {
    const { lines } = this.notice;
    const count = lines.reduce((sum, { codes }) => sum + codes.length, 0);
    return html`<details class="disclosure" ?open=${count <= FEW || this.printing}>
      <summary>${piecesName(this.notice)}</summary>
      ${lines.map(
        (line) => html`<p class="soft">${placeName(line)}</p>
          <ul class="recall-codes">
            ${line.codes.map((code) => html`<li>${code}</li>`)}
          </ul>`,
      )}
    </details>`;
  }

  #deeds() {
    const { notice, preview } = this;
    if (!preview && !notice.company) {
      return html`<p class="soft">${t('recall.glass')}</p>`;
    }
    return html`<recall-choice .notice=${notice} ?preview=${preview}></recall-choice>
      ${notice.can?.includes('reach') ? html`<recall-reach .notice=${notice}></recall-reach>` : nothing}
      ${preview
        ? nothing
        : html`<p class="recall-links">
            <a href="/recall-notices/${notice.id}/letter">${t('recall.letter')}</a>
          </p>`}`;
  }

  /** That it was read is known once it was before their eyes for a moment: each time that it is told. */
  updated() {
    const { notice } = this;
    if (this.#watching || this.preview || notice.read || !isTheirs(notice) || this.#told === notice.told.at) {
      return;
    }
    this.#watching = new IntersectionObserver(
      (seen) => {
        clearTimeout(this.#timer);
        this.#timer = seen.at(-1).isIntersecting ? setTimeout(this.#read, A_MOMENT_MILLIS) : undefined;
      },
      { threshold: SEEN },
    );
    this.#watching.observe(this.querySelector('article > .recall-now') ?? this.querySelector('header'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#lookAway();
  }

  #lookAway() {
    clearTimeout(this.#timer);
    this.#watching?.disconnect();
    this.#watching = undefined;
  }

  #read = async () => {
    const { id, told } = this.notice;
    this.#lookAway();
    this.#told = told.at;
    try {
      await markRead(id);
    } catch {
      // It is read again the next time; whoever reads has nothing to do about it.
    }
  };
}

customElements.define('recall-card', RecallCard);
