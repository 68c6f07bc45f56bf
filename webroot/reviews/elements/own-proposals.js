import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { byNewest } from '../reading/reviews.js';
import './proposal-answer.js';

const AT_ONCE = 5;

/** What somebody proposed, who saw it, and what became of it. */
class OwnProposals extends LightElement {
  static properties = { page: { attribute: false } };

  render() {
    const own = Object.values(this.page.own ?? {}).sort(byNewest);
    return html`<section class="card" aria-labelledby="own">
      <h2 id="own">${t('own.title')}</h2>
      ${own.length === 0
        ? html`<p class="soft">${t('own.none')}</p>`
        : this.#rows(own)}
    </section>`;
  }

  #rows(own) {
    const more = own.slice(AT_ONCE);
    return html`<ul class="rows">${own.slice(0, AT_ONCE).map(this.#row)}</ul>
      ${more.length === 0
        ? nothing
        : html`<details class="disclosure">
            <summary>${t('own.more', { count: more.length })}</summary>
            <ul class="rows">${more.map(this.#row)}</ul>
          </details>`}`;
  }

  #row = (one) => html`<li data-proposal=${one.number}>
    <div class="own-proposal">
      <p class="proposal-text">${one.text}</p>
      ${one.answer
        ? html`<proposal-answer .answer=${one.answer}></proposal-answer>`
        : html`<p class="soft own-line">${t('own.waiting')}</p>`}
      <p class="soft own-line">
        ${t('own.seen', { count: one.seen })}${one.seen > 0
          ? html` · ${t('own.agreed', { agreed: one.agreed, disagreed: one.disagreed })}`
          : nothing}
      </p>
    </div>
  </li>`;
}

customElements.define('own-proposals', OwnProposals);
