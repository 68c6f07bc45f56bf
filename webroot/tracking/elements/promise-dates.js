import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { isLearned, restsOn } from '../reading/forecast.js';
import { lineName, lines } from '../reading/order.js';
import { daysPromised, FEW } from '../reading/promise.js';
import { isOver, isStale } from '../reading/standing.js';
import './promise-ledger.js';
import './promise-range.js';

/** What was promised for an order and for each of its lines that has a date of its own. */
class PromiseDates extends LightElement {
  static properties = { page: { attribute: false }, now: { attribute: false } };

  render() {
    const { page } = this;
    const days = daysPromised(page);
    return html`<div class="dates">
      ${isOver(page) || days.length === 0 ? nothing : html`<div>${this.#range(days)}</div>`}
      <div class="ledgers">
        ${page.promise
          ? html`<promise-ledger .promise=${page.promise} .placedOn=${page.placedOn}></promise-ledger>`
          : nothing}
        ${this.#ofLines()} ${contributions('promise', { order: page.number, page })}
      </div>
    </div>`;
  }

  /** Where the promise lies in what is likely, and what that rests on. */
  #range(days) {
    const { page, now } = this;
    const learned = isLearned(page);
    return html`<promise-range
        .days=${days}
        .original=${page.promise?.original}
        .forecast=${isStale(page, now) && !learned ? undefined : page.forecast}
        .learned=${learned}
      ></promise-range>
      ${page.forecast ? html`<p class="forecast-rests">${restsOn(page.forecastFrom).join(t('space'))}</p>` : nothing}`;
  }

  /** Of many lines each says in its own place what was promised for it. */
  #ofLines() {
    const all = lines(this.page);
    return all.length > FEW
      ? nothing
      : all
          .filter(({ promise }) => promise)
          .map(
            (line) => html`<promise-ledger
              data-line=${line.number}
              .promise=${line.promise}
              .placedOn=${this.page.promise ? undefined : this.page.placedOn}
              name=${all.length > 1 ? lineName(line) : ''}
            ></promise-ledger>`,
          );
  }
}

customElements.define('promise-dates', PromiseDates);
