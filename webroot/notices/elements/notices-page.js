import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FormElement } from '../../base/elements/form-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { address, agreedSaid, byTime, sentence, subject } from '../reading/notice.js';
import { notices, readUpTo } from '../requests.js';

/** What one was told, newest first; what is new stays marked for as long as the page is open. */
class NoticesPage extends FormElement {
  static properties = { page: { attribute: false }, older: { state: true }, next: { state: true } };

  #fresh = new Set();
  #readUpTo = 0;

  constructor() {
    super();
    this.older = [];
  }

  willUpdate(changed) {
    if (changed.has('page') && this.page) {
      this.#shown().filter(({ read }) => !read).forEach(({ number }) => this.#fresh.add(number));
    }
  }

  updated() {
    const newest = Math.max(0, ...this.#shown().filter(({ read }) => !read).map(({ number }) => number));
    if (newest > this.#readUpTo && document.visibilityState === 'visible') {
      this.#readUpTo = newest;
      readUpTo(newest).catch(() => (this.#readUpTo = 0)); // Then they are still unread.
    }
  }

  #shown() {
    const live = Object.values(this.page?.rows ?? {});
    const known = new Set(live.map(({ number }) => number));
    return [...live, ...this.older.filter(({ number }) => !known.has(number))].sort(byTime);
  }

  render() {
    return html`<section class="manage" aria-labelledby="notices">
      <div class="head">
        <h1 id="notices">${t('notices.title')}</h1>
        <a class="quiet" href="/notices/choices">${t('notices.choose')}</a>
      </div>
      ${this.page ? this.#content(this.#shown()) : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content(shown) {
    if (shown.length === 0) {
      return html`<p class="empty">${t('notices.none')}</p>`;
    }
    return html`<ol class="rows card notice-list">
        ${repeat(shown, ({ number }) => number, (notice) => this.#notice(notice))}
      </ol>
      ${this.trouble()} ${this.#mayHaveMore(shown) ? this.#more() : nothing}`;
  }

  #notice(notice) {
    const { number, kind, at, asked, agreed, company } = notice;
    const fresh = this.#fresh.has(number);
    return html`<li data-notice=${kind} ?data-fresh=${fresh}>
      <p class="row-main">
        ${fresh
          ? html`<span class="notice-new"><span class="visually-hidden">${t('notices.new')}</span></span>`
          : nothing}
        <a href=${address(notice)}>${subject(notice)}</a>
        <span class="said-line">${sentence(notice)}</span>
        <span class="soft row-line">
          ${[company, asked && t('notices.asked'), agreedSaid(agreed)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <time class="soft" datetime=${at} title=${inFull(at)}>${when(at)}</time>
    </li>`;
  }

  #mayHaveMore() {
    return this.page.truncated && (this.older.length === 0 || this.next);
  }

  #more() {
    return html`<p>
      <button class="quiet" data-action="more" ?disabled=${this.busy} @click=${this.#load}>${t('more')}</button>
    </p>`;
  }

  #load() {
    return this.attempt(async () => {
      const last = this.#shown().at(-1).number;
      const answer = await notices(this.next ?? last);
      this.older = [...this.older, ...answer.notices];
      this.next = answer.next;
    });
  }
}

customElements.define('notices-page', NoticesPage);
