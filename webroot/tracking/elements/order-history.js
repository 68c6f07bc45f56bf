import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { day, inFull, time } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { grouped } from '../../base/reading/grouped.js';
import { t } from '../../base/words.js';
import { happened } from '../reading/history.js';
import { source } from '../reading/sentences.js';
import { events } from '../requests.js';

const LATE_MILLIS = 60 * 60_000;

/** Everything that was said about an order, oldest first, a hundred at a time. */
class OrderHistory extends LightElement {
  static properties = {
    number: {},
    /** The status page, for the names of stages and to know that there is something new. */
    page: { attribute: false },
    events: { state: true },
    next: { state: true },
    failed: { state: true },
    loading: { state: true },
  };

  #behind = false;

  constructor() {
    super();
    this.events = [];
  }

  willUpdate(changed) {
    const isNew = changed.has('page') && this.page;
    if ((isNew && this.next === undefined) || changed.has('number')) {
      this.#load();
    }
  }

  render() {
    const href = `/orders/${encodeURIComponent(this.number)}`;
    return html`<section class="history" aria-labelledby="history">
      <p class="eyebrow"><a href=${href}>${this.number}</a></p>
      <h1 id="history">${t('history.title')}</h1>
      <div class="card">
        ${this.events.length === 0 && !this.failed ? html`<p
          class="soft"
          aria-busy="true"
        >${t('loading')}</p>` : nothing}
        ${this.#days().map(([name, list]) => this.#day(name, list))}
        ${this.failed ? html`<p role="alert">${t('history.failed')}</p>` : nothing}
        ${this.next || this.failed
          ? html`<p><button
            class="quiet"
            data-action="more"
            ?disabled=${this.loading}
            @click=${() => this.#load()}
          >${t('history.more')}</button></p>`
          : nothing}
      </div>
    </section>`;
  }

  #days() {
    return [...grouped(this.events, (event) => day(event.happenedAt))];
  }

  #day(name, list) {
    return html`<section class="history-day">
      <h2>${name}</h2>
      <ol class="feed">
        ${repeat(list, (event) => event.version, (event) => this.#event(event))}
      </ol>
    </section>`;
  }

  #event(event) {
    const { version, kind, happenedAt, recordedAt, body, report } = event;
    const said = happened(event, this.page);
    const late = Date.parse(recordedAt) - Date.parse(happenedAt) > LATE_MILLIS;
    return html`<li data-version=${version} data-kind=${kind}>
      <time datetime=${happenedAt} title=${inFull(happenedAt)}>${time(happenedAt)}</time>
      <p>
        ${report?.corrected ? html`<del>${said}</del>` : said}
        ${report?.corrected ? html`<span class="corrected">${corrected(report.corrected)}</span>` : nothing}
        ${body?.corrects ? html`<span class="corrected">${t('history.corrects')}</span>` : nothing}
        <span class="src">
          ${source({ ...body, ...event })}${late
            ? html` · ${t('history.recorded', { at: `${day(recordedAt)} ${time(recordedAt)}` })}`
            : nothing}
        </span>
        ${contributions('entry', { order: this.number, page: this.page, event, said })}
      </p>
    </li>`;
  }

  /** What is said while it reads may not be in what it reads: then it reads once more. */
  async #load() {
    this.#behind = this.loading;
    if (this.loading) {
      return;
    }
    this.loading = true;
    try {
      const { events: more, next } = await events(this.number, this.next ?? this.events.at(-1)?.version);
      this.events = [...this.events.map((event) => correctedBy(event, more)), ...more];
      this.next = next;
      this.failed = undefined;
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.loading = false;
    }
    if (this.#behind && this.next === undefined) {
      this.#load();
    }
  }
}

/** What is read later may say that an entry from before was corrected. */
function correctedBy(event, more) {
  const { id } = event.report ?? {};
  const other = id && more.find(({ body }) => body?.corrects === id);
  const said = other && { version: other.version, at: other.recordedAt, by: other.actor };
  return other ? { ...event, report: { id, corrected: said } } : event;
}

function corrected({ at, by }) {
  return t(by ? 'history.corrected-by' : 'history.corrected', { at: `${day(at)} ${time(at)}`, by });
}

customElements.define('order-history', OrderHistory);
