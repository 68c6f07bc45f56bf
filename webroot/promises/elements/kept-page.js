import { html, nothing } from 'lit';
import { selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, monthInFull, today } from '../../base/format.js';
import { keepNarrowing, narrowing } from '../../base/reading/narrowing.js';
import { t } from '../../base/words.js';
import { before, BY, isOfDay } from '../reading/kept.js';
import { kept } from '../requests.js';
import './gamed-rows.js';
import './kept-groups.js';
import './kept-lines.js';
import './kept-numbers.js';

const SHOWN_MONTHS = 24;
const NARROWED = { company: undefined, product: undefined, routing: undefined };

/** What was kept and missed, against both dates; for staff also what would make it look better. */
class KeptPage extends FormElement {
  static properties = {
    staff: { attribute: false },
    filter: { state: true },
    report: { state: true },
    of: { state: true },
  };

  constructor() {
    super();
    const month = today().slice(0, 7);
    this.months = Array.from({ length: SHOWN_MONTHS }, (_, at) => before(month, at));
    this.filter = { month, by: BY[1], ...narrowing({ month: this.months, by: BY, ...NARROWED }) };
  }

  firstUpdated() {
    this.#load();
  }

  /** Whoever narrows it while it is read is shown what they asked for last. */
  #load() {
    this.of = undefined;
    return this.attempt(async () => {
      let asked;
      do {
        asked = this.filter;
        this.report = await kept(asked);
      } while (asked !== this.filter);
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="kept">
      <div class="lead">
        <h1 id="kept">${t('kept.title')}</h1>
        <p class="soft">${t('kept.text')}</p>
      </div>
      ${this.#filters()} ${this.trouble()}
      ${this.report
        ? this.#content()
        : this.problem
          ? nothing
          : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #filters() {
    const { month, by } = this.filter;
    return html`<div class="filters">
        ${selection({
          name: 'month',
          label: t('kept.month'),
          options: this.months.map((one) => [one, monthInFull(one)]),
          chosen: month,
          change: this.#narrow,
        })}
        ${selection({
          name: 'by',
          label: t('kept.by'),
          options: BY.map((one) => [one, t(`kept.by-${one}`)]),
          chosen: by,
          change: this.#narrow,
        })}
      </div>
      ${BY.filter((one) => this.filter[one]).map((one) => html`<p class="kept-only">
        ${t('kept.only', { what: this.#called(one) })}
        <button class="quiet" data-action="all" @click=${() => this.#only({ [one]: undefined })}>
          ${t('kept.all')}
        </button>
      </p>`)}`;
  }

  /** By its name, where the groups tell it. */
  #called(by) {
    const key = this.filter[by];
    const groups = this.filter.by === by ? this.report?.groups : undefined;
    return groups?.find((one) => one.key === key)?.name || key;
  }

  #content() {
    const { first, agreed, gamed, groups = [], countedOn } = this.report;
    if (first.n + agreed.n === 0) {
      return html`<p class="empty">${t('kept.nothing')}</p>`;
    }
    return html`<div class="kept-days" @behind=${this.#behind}>
        <kept-numbers day="first" .share=${first} .chosen=${this.of}></kept-numbers>
        <kept-numbers day="agreed" .share=${agreed} .chosen=${this.of}></kept-numbers>
      </div>
      ${isOfDay(this.of) ? this.#lines() : nothing}
      ${gamed
        ? html`<gamed-rows .rows=${gamed} .chosen=${this.of} @behind=${this.#behind}></gamed-rows>
            ${this.of && !isOfDay(this.of) ? this.#lines() : nothing}`
        : nothing}
      <kept-groups
        by=${this.filter.by}
        .groups=${groups}
        @only=${({ detail }) => this.#only({ [this.filter.by]: detail })}
      ></kept-groups>
      <p class="soft">${t('kept.counted', { date: date(countedOn) })}</p>`;
  }

  /** The lines behind a number stand under the numbers that it is one of. */
  #lines() {
    const wanted = { ...this.filter, by: undefined, of: this.of };
    return html`<kept-lines
      .filter=${wanted}
      .staff=${this.staff}
      @closed=${() => (this.of = undefined)}
    ></kept-lines>`;
  }

  #behind = ({ detail }) => (this.of = this.of === detail ? undefined : detail);

  #narrow = ({ target: { name, value } }) => this.#only({ [name]: value });

  #only(change) {
    this.filter = { ...this.filter, ...change };
    keepNarrowing(this.filter);
    this.#load();
  }
}

customElements.define('kept-page', KeptPage);
