import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { basis, called, corrected, holding, meaning, valueOf } from '../reading/numbers.js';

const ENOUGH_OF_A_HASH = 16;

/** One month: its figures with what they mean, and what was corrected of it since. */
class MonthNumbers extends LightElement {
  static properties = { month: { attribute: false } };

  render() {
    const card = holding(this.month);
    return html`${this.#state(card)} ${this.#corrections()}
      <dl class="numbers">
        ${card.figures.map((figure) => html`<div class="number" data-figure=${figure.name} ?data-group=${figure.group}>
          <dt>${called(figure)}</dt>
          <dd>
            <span class=${figure.shown ? 'number-value' : 'number-value soft'}>${valueOf(figure)}</span>
            ${basis(figure) ? html`<span class="soft">${basis(figure)}</span>` : nothing}
            ${figure.group
              ? nothing
              : html`<details class="disclosure">
                  <summary>${t('scorecard.means')}</summary>
                  <p>${meaning(card, figure)}</p>
                </details>`}
          </dd>
        </div>`)}
      </dl>
      ${this.month.frozen ? this.#seal() : nothing}`;
  }

  #state(card) {
    return this.month.frozen
      ? nothing
      : html`<p class="soft">${t('scorecard.not-frozen', { date: date(card.countedOn) })}</p>`;
  }

  #corrections() {
    const { card, corrections = [] } = this.month;
    return corrections.map(({ card: after }, at) => {
      const before = at === 0 ? card : corrections[at - 1].card;
      return html`<section class="number-correction" aria-label=${t('scorecard.correction')}>
        <h3>${t('scorecard.corrected-on', { when: when(after.seal.frozenAt) })}</h3>
        <p>${after.seal.reason}</p>
        <ul>${corrected(before, after).map(([old, figure]) => html`<li>
          ${called(figure)}: <s>${old ? valueOf(old) : '–'}</s> ${valueOf(figure)}
        </li>`)}</ul>
      </section>`;
    });
  }

  #seal() {
    const { hash, card, month } = this.month;
    return html`<details class="disclosure number-seal">
      <summary>${t('scorecard.seal')}</summary>
      <p>
        ${t('scorecard.seal-text', {
          when: when(card.seal.frozenAt),
          date: date(card.countedOn),
          zone: card.zone,
        })}
      </p>
      <dl>
        <dt>${t('scorecard.hash')}</dt>
        <dd><code title=${hash}>${hash.slice(0, ENOUGH_OF_A_HASH)}…</code></dd>
        <dt>${t('scorecard.previous')}</dt>
        <dd><code title=${card.seal.previous}>${card.seal.previous.slice(0, ENOUGH_OF_A_HASH)}…</code></dd>
      </dl>
      <p>
        <a href="/api/scorecard/${encodeURIComponent(month)}">JSON</a>
        <a download href="/api/scorecard/${encodeURIComponent(month)}.csv">CSV</a>
      </p>
    </details>`;
  }
}

customElements.define('month-numbers', MonthNumbers);
