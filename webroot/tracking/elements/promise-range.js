import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, dates } from '../../base/format.js';
import { t } from '../../base/words.js';
import { sharesReady } from '../reading/forecast.js';

const DAY = 86_400_000;
const MARGIN_DAYS = 4;
const TICKS = 4;

/** The range in which an order is likely to come, drawn against the promise. */
class PromiseRange extends LightElement {
  static properties = {
    /** The day that was promised, or the next and the last. */
    days: { attribute: false },
    original: { attribute: false },
    forecast: { attribute: false },
    /** Whether it was learned how often it holds. */
    learned: { attribute: false },
  };

  render() {
    const axis = this.#axis();
    const { forecast, days } = this;
    const from = this.learned ? forecast.likely : forecast?.earliest;
    return html`<div class="range" role="img" aria-label=${this.#inWords()} data-days=${days.length}>
      <span class="track"></span>
      ${forecast
        ? html`<span class="likely" data-at=${axis.at(from)} data-to=${axis.at(forecast.latest)}></span>
            <span class="best" data-at=${axis.at(forecast.likely)}></span>`
        : nothing}
      ${days.map(
        (day, index) => html`<span
          class="promise"
          data-at=${axis.at(day)}
          data-side=${axis.at(day) > 60 ? 'start' : 'end'}
        >
          <b>${this.#label(index, date(day))}</b>
        </span>`,
      )}
      <div class="ticks">${axis.ticks.map((tick) => html`<span>${date(tick)}</span>`)}</div>
    </div>`;
  }

  /** Positions go through the CSSOM: the content security policy allows no style attributes. */
  updated() {
    for (const mark of this.querySelectorAll('[data-at]')) {
      mark.style.setProperty('--at', `${mark.dataset.at}%`);
      mark.style.setProperty('--to', `${mark.dataset.to ?? mark.dataset.at}%`);
    }
  }

  #label(index, day) {
    return this.days.length === 1
      ? t('promise.on', { date: day })
      : t(index === 0 ? 'promise.next' : 'promise.last', { date: day });
  }

  #inWords() {
    const promised = this.days.map((day, index) => this.#label(index, date(day, 'long'))).join(t('comma'));
    if (!this.forecast) {
      return promised;
    }
    const { earliest, likely, latest } = this.forecast;
    if (this.learned) {
      return `${promised}${t('comma')}${sharesReady('forecast.ready', this.forecast, 'long')}`;
    }
    return t('range.words', { promised, dates: dates(earliest, latest), likely: date(likely, 'long') });
  }

  #axis() {
    const shown = [this.original, ...this.days, ...Object.values(this.forecast ?? {})].filter(Boolean).map(Date.parse);
    const from = Math.min(...shown) - MARGIN_DAYS * DAY;
    const span = Math.max(...shown) + MARGIN_DAYS * DAY - from;
    return {
      at: (day) => Math.round(((Date.parse(day) - from) / span) * 1000) / 10,
      ticks: Array.from({ length: TICKS }, (_, index) =>
        new Date(from + Math.round((span * index) / (TICKS - 1) / DAY) * DAY).toISOString().slice(0, 10),
      ),
    };
  }
}

customElements.define('promise-range', PromiseRange);
