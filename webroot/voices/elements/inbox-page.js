import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Listing } from '../../base/elements/listing.js';
import { Ticking } from '../../base/elements/ticking.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { goLive } from '../../base/start.js';
import { t } from '../../base/words.js';
import { byNewest, counts, narrowed, sorted, SORTS } from '../reading/rows.js';
import { voices } from '../requests.js';
import './inbox-filter.js';
import './inbox-list.js';
import './staff-desk.js';
import './staff-reply.js';
import './voice-view.js';

const SHOWS = ['open', 'mine', 'waiting', 'closed'];
const USUAL = { show: 'open', department: '', q: '', sort: SORTS[0] };
const CLOCK_MILLIS = 30_000;
const WIDE = '(min-width: 70rem)';

/** Everything that customers have said and that waits for somebody here, live; the chosen one beside the list. */
class InboxPage extends CalmElement {
  static properties = {
    list: { attribute: false },
    me: { attribute: false },
    filter: { state: true },
    chosen: { state: true },
    voice: { state: true },
    wide: { state: true },
  };

  #asked = new Listing(this, 'voices', (after) => this.#ask(after));
  #media = matchMedia(WIDE);
  #stop;

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS); // What becomes overdue moves up.
    const { message, ...said } = narrowing({
      show: SHOWS,
      sort: SORTS,
      department: undefined,
      q: undefined,
      message: undefined,
    });
    this.filter = { ...USUAL, ...said };
    this.chosen = Number(message) || undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.wide = this.#media.matches;
    this.#media.addEventListener('change', this.#resized);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#media.removeEventListener('change', this.#resized);
    this.#stop?.();
  }

  #resized = ({ matches }) => (this.wide = matches);

  willUpdate(changed) {
    if (changed.has('chosen') || changed.has('wide')) {
      this.#follow();
    }
  }

  /** What stands beside the list is live as the list is; on a phone a message is a page of its own. */
  #follow() {
    this.#stop?.();
    this.#stop = undefined;
    this.voice = undefined;
    if (this.chosen && this.wide) {
      const { chosen } = this;
      this.#stop = goLive().watch(`voices/${chosen}`, ({ page }) => this.chosen === chosen && (this.voice = page));
    }
  }

  render() {
    return html`<section class="inbox-page" aria-labelledby="inbox">
      <h1 id="inbox">${t('inbox.title')}</h1>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const live = Object.values(this.list.voices ?? {});
    const isAsked = this.#isAsked();
    const rows = isAsked ? this.#found() : narrowed(live, this.filter, this.#who());
    return html`<inbox-filter
        .filter=${this.filter}
        .counts=${this.#counts(live)}
        .departments=${this.list.departments ?? []}
        @narrow=${({ detail }) => this.#narrow(detail)}
      ></inbox-filter>
      ${this.filter.show === 'closed'
        ? nothing
        : html`<p class="soft inbox-order">${t(`inbox.by-${this.filter.sort}`)}</p>`}
      <div class="split">
        <div class="inbox-side">
          ${isAsked
            ? this.#asked.show(() => this.#rows(rows), t(`inbox.no-${this.filter.show}`))
            : this.#rows(rows)}
          ${this.list.truncated && !isAsked ? html`<p class="soft">${t('inbox.truncated')}</p>` : nothing}
        </div>
        ${this.wide ? html`<div class="beside">${this.#beside()}</div>` : nothing}
      </div>`;
  }

  #who() {
    const headed = (this.list.departments ?? []).filter(({ headed }) => headed);
    return { person: this.list.person, heads: headed.map(({ code }) => code) };
  }

  /** What is closed, and whatever may stand behind those that were sent, is asked for. */
  #isAsked() {
    const { show, department, q } = this.filter;
    const isAll = show === 'open' && !department && !q.trim();
    return show === 'closed' || (this.list?.truncated === true && !isAll);
  }

  /** The server counts all there are; of one department, those that it sent are counted here. */
  #counts = (live) => (this.filter.department ? counts(live, this.filter, this.#who()) : (this.list.counts ?? {}));

  #rows(rows) {
    return rows.length === 0
      ? html`<div class="empty-state">
          <div class="notice-panes" aria-hidden="true"><span data-clear></span><span data-clear></span></div>
          <p>${t(`inbox.no-${this.filter.show}`)}</p>
        </div>`
      : html`<inbox-list
          .rows=${rows}
          .chosen=${this.chosen}
          ?wide=${this.wide}
          @choose=${({ detail }) => this.#choose(detail)}
        ></inbox-list>`;
  }

  #beside() {
    if (!this.chosen) {
      return html`<p class="empty beside-empty">${t('inbox.choose')}</p>`;
    }
    const reader = { name: this.me.name, isStaff: true };
    return this.voice
      ? html`<voice-view .page=${this.voice} .reader=${reader} beside></voice-view>`
      : html`<p class="soft" aria-busy="true">${t('loading')}</p>`;
  }

  #choose(number) {
    this.chosen = number;
    this.#remember();
  }

  #narrow(change) {
    this.filter = { ...this.filter, ...change };
    this.#remember();
    this.#isAsked() && this.#asked.reload();
  }

  #remember() {
    const message = this.chosen ? String(this.chosen) : '';
    keepNarrowing({ ...this.filter, message }, USUAL);
  }

  #ask(after) {
    if (!this.filter || !this.#isAsked()) {
      return { voices: [] };
    }
    const { show, department, q } = this.filter;
    const which = show === 'mine' ? { mine: true } : { state: show };
    return voices({ ...which, department, text: q.trim(), after, limit: 50 });
  }

  #found() {
    const { items } = this.#asked;
    return this.filter.show === 'closed' ? [...items].sort(byNewest) : sorted(items, this.filter.sort);
  }
}

customElements.define('inbox-page', InboxPage);
