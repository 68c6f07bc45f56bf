import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { byWaiting, isShown, STATES, text } from '../reading/rows.js';
import { voices } from '../requests.js';
import './message-row.js';

const CLOCK_MILLIS = 30_000;
const SHOWN_AT_ONCE = 50;
const USUAL = { show: 'open', q: '' };

/** What one's company has said, live; older ones than the page holds are searched for. */
class MessagesList extends CalmElement {
  static properties = {
    list: { attribute: false },
    staff: { type: Boolean },
    filter: { state: true },
    shown: { state: true },
    older: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
    this.filter = { ...USUAL, ...narrowing({ show: STATES, q: undefined }) };
    this.shown = SHOWN_AT_ONCE;
    this.older = [];
  }

  render() {
    return html`<section class="messages" aria-labelledby="messages">
      <h1 id="messages">${t('messages.title')}</h1>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const live = this.list.voices ?? {};
    const rows = [...Object.values(live), ...this.older.filter(({ number }) => !(number in live))];
    if (rows.length === 0) {
      return html`<div class="empty-state">
        <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        <h2>${t('messages.none')}</h2>
        <p>${t('messages.none-text')}</p>
        <p><a class="go" href="/orders">${t('messages.to-orders')}</a></p>
      </div>`;
    }
    const wanted = this.filter.q.trim().toLowerCase();
    const found = rows.filter((row) => wanted === '' || text(row).includes(wanted));
    const there = found.filter((row) => isShown(row, this.filter.show)).sort(byWaiting);
    return html`${this.#filters(found)}
      ${there.length === 0
        ? html`<p class="empty">${t(`messages.no-${this.filter.show}`)}</p>`
        : html`<ol class="card message-rows">
            ${repeat(
              there.slice(0, this.shown),
              ({ number }) => number,
              (row) => html`<li><message-row .row=${row} ?staff=${this.staff}></message-row></li>`,
            )}
          </ol>`}
      ${there.length > this.shown
        ? html`<p><button class="quiet" @click=${() => (this.shown += SHOWN_AT_ONCE)}>${t('more')}</button></p>`
        : nothing}
      ${this.list.truncated ? this.#older() : nothing}`;
  }

  #filters(found) {
    return html`<div class="filters" role="search">
      <label class="search">
        <span class="visually-hidden">${t('messages.search')}</span>
        <input
          type="search"
          name="q"
          .value=${this.filter.q}
          placeholder=${t('messages.search')}
          @input=${({ target }) => this.#narrow({ q: target.value })}
        />
      </label>
      <div class="kinds" role="group" aria-label=${t('messages.show')}>
        ${STATES.map((state) => html`<button
          data-show=${state}
          aria-pressed=${this.filter.show === state}
          @click=${() => this.#narrow({ show: state })}
        >${t(`messages.${state}`)}
          <span class="n">${found.filter((row) => isShown(row, state)).length}</span></button>`)}
      </div>
    </div>`;
  }

  #older() {
    return html`<p class="hint">
      ${t('messages.truncated')}
      <button class="quiet" data-action="search-older" @click=${this.#search}>${t('messages.search-older')}</button>
      <span role="alert">${this.failed ?? ''}</span>
    </p>`;
  }

  #narrow(change) {
    this.filter = { ...this.filter, ...change };
    this.shown = SHOWN_AT_ONCE;
    keepNarrowing(this.filter, USUAL);
  }

  #search = async () => {
    try {
      this.failed = undefined;
      const { show, q } = this.filter;
      const states = show === 'open' ? ['open', 'waiting'] : [show];
      const answers = await Promise.all(states.map((state) => voices({ state, text: q.trim(), limit: 100 })));
      this.older = answers.flatMap((answer) => answer.voices);
    } catch (problem) {
      this.failed = refusal(problem);
    }
  };
}

customElements.define('messages-list', MessagesList);
