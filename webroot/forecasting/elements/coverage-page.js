import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { number, t } from '../../base/words.js';
import { coverage } from '../requests.js';
import './coverage-rows.js';
import './methods-beside.js';

const PERCENT = 100;

/** How often what pages said of orders held, judged on its last day. */
class CoveragePage extends FormElement {
  static properties = { found: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.found = await coverage()));
  }

  render() {
    return html`<section class="manage" aria-labelledby="coverage">
      <div class="lead">
        <h1 id="coverage">${t('coverage.title')}</h1>
        <p class="soft">${t('coverage.text')}</p>
        <p><a href="/forecasts/try">${t('coverage.try')}</a></p>
      </div>
      ${this.trouble()}
      ${this.found
        ? this.#content()
        : this.problem
          ? nothing
          : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { all, byMonth, byStage, byProduct, byHorizon, drift, beside } = this.found;
    return html`<p>${this.#learned()}</p>
      ${drift ? html`<p class="coverage-drift" role="status">${t('coverage.drift', drift)}</p>` : nothing}
      ${all.judged === 0
        ? html`<p class="empty">${t('coverage.none-judged')}</p>`
        : html`<p class="coverage-all">${this.#sentence(all)}</p>
            ${all.replayed > 0 ? html`<p class="soft">${t('coverage.replayed', { count: all.replayed })}</p>` : nothing}
            <methods-beside .beside=${beside}></methods-beside>
            <coverage-rows by="month" .rows=${byMonth}></coverage-rows>
            <coverage-rows by="horizon" .rows=${byHorizon}></coverage-rows>
            <coverage-rows by="stage" .rows=${byStage}></coverage-rows>
            <coverage-rows by="product" .rows=${byProduct}></coverage-rows>`}`;
  }

  #learned() {
    const { learnedOn, finished = 0, open = 0 } = this.found;
    return learnedOn
      ? t('coverage.learned', { date: date(learnedOn), finished: number(finished), open: number(open) })
      : t('coverage.none-learned');
  }

  #sentence({ judged, held, halfHeld }) {
    return t('coverage.all', {
      judged: number(judged),
      held: number(Math.round((held / judged) * PERCENT)),
      half: number(Math.round((halfHeld / judged) * PERCENT)),
    });
  }
}

customElements.define('coverage-page', CoveragePage);
