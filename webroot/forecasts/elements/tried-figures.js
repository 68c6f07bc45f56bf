import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { briefDate, date } from '../../base/format.js';
import { locale, number, t } from '../../base/words.js';
import { comparison, days, lately, methodName, percent, verdict, width, workedDays } from '../reading/tried.js';
import './said-chart.js';

/** What a trial found: in words, beside simpler methods, and week by week. */
class TriedFigures extends LightElement {
  static properties = { trial: { attribute: false } };

  render() {
    const { trial } = this;
    const beside = comparison(trial);
    return html`<section class="card tried-found" aria-labelledby="tried-found">
        <h2 id="tried-found" tabindex="-1">${t('tried.found')}</h2>
        <p class="tried-verdict">${verdict(trial)}</p>
        <p>${width(trial)} ${lately(trial)}</p>
        ${beside ? html`<p>${beside}</p>` : nothing}
        <p class="soft">${this.#basis()}</p>
        ${trial.refused > 0 ? html`<p class="trouble">${t('tried.refused', { count: trial.refused })}</p>` : nothing}
      </section>
      <section class="card" aria-labelledby="tried-methods">
        <h2 id="tried-methods">${t('tried.methods')}</h2>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('tried.methods-table')}>${this.#methods()}</div>
        <p class="soft">${t('tried.methods-text')}</p>
      </section>
      ${trial.weeks.length > 1 ? this.#weeks() : nothing} ${this.#read()}`;
  }

  #basis() {
    const { days: span, methods, orders } = this.trial;
    return t('tried.basis', {
      orders: number(orders),
      from: date(span.first),
      to: date(span.last),
      reports: number(methods[0].reports),
      scored: date(span.scoredFrom),
    });
  }

  #methods() {
    const columns = ['off', 'half', 'nine', 'due', 'moves'];
    return html`<table class="tried-table">
      <thead>
        <tr>
          <th scope="col">${t('tried.method')}</th>
          ${columns.map((name) => html`<th scope="col">${t(`tried.column-${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.trial.methods.map((one) => html`<tr data-method=${one.method}>
          <th scope="row">${methodName(one.method)}</th>
          <td>${days(one.offDays.byReport)}</td>
          <td>${percent(one.half.byReport)}</td>
          <td>${percent(one.nineOfTen.byReport)}</td>
          <td>${one.onItsDay ? percent(one.onItsDay.byReport) : '–'}</td>
          <td>${days(one.moveDays)}</td>
        </tr>`)}
      </tbody>
    </table>`;
  }

  #weeks() {
    return html`<section class="card" aria-labelledby="tried-weeks">
      <h2 id="tried-weeks">${t('tried.weeks')}</h2>
      <p class="soft">${t('tried.weeks-text')}</p>
      <said-chart .weeks=${this.trial.weeks}></said-chart>
      <details class="disclosure">
        <summary>${t('tried.as-table')}</summary>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('tried.weeks-table')}>
          <table class="tried-table">
            <thead>
              <tr>
                ${['week', 'came', 'half', 'nineOfTen', 'held'].map(
                  (name) => html`<th scope="col">${t(`tried.line-${name}`)}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${this.trial.weeks.map((week) => html`<tr>
                <th scope="row">${briefDate(week.from)}</th>
                <td>${days(week.came)}</td>
                <td>${days(week.half)}</td>
                <td>${days(week.nineOfTen)}</td>
                <td>${percent(week.held)}</td>
              </tr>`)}
            </tbody>
          </table>
        </div>
      </details>
    </section>`;
  }

  /** What the log did not say, and was read from it: whoever knows better can say so. */
  #read() {
    const { zone, stages, worked, planHours } = this.trial.read;
    return html`<section class="card" aria-labelledby="tried-read">
      <h2 id="tried-read">${t('tried.read')}</h2>
      <dl class="tried-read">
        <dt>${t('tried.stages')}</dt>
        <dd>${stages.join(' → ')}</dd>
        <dt>${t('tried.worked')}</dt>
        <dd>${workedDays(worked, locale())}</dd>
        <dt>${t('tried.plan-hours')}</dt>
        <dd>${t('tried.hours', { hours: number(Math.round(planHours)) })}</dd>
        <dt>${t('tried.zone')}</dt>
        <dd>${zone}</dd>
      </dl>
    </section>`;
  }
}

customElements.define('tried-figures', TriedFigures);
