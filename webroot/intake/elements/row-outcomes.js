import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t } from '../../base/words.js';
import { FATES, isOf, tally } from '../reading/outcomes.js';
import { rowOutcome } from './row-outcome.js';

const AT_ONCE = 100;

/** What becomes of a file, order by order; narrowed to what somebody wants to look at, some hundred at a time. */
class RowOutcomes extends LightElement {
  static properties = { outcomes: { attribute: false }, fate: { state: true }, most: { state: true } };

  #counts = {};

  willUpdate(changed) {
    if (changed.has('outcomes')) {
      this.#counts = tally(this.outcomes);
      this.fate = undefined;
      this.most = AT_ONCE;
    }
  }

  render() {
    const found = this.outcomes.filter((one) => isOf(one, this.fate));
    return html`<div class="fates" role="group" aria-label=${t('import.narrow')}>
        ${this.#choice(undefined, this.outcomes.length)}
        ${FATES.filter((fate) => this.#counts[fate] > 0).map((fate) => this.#choice(fate, this.#counts[fate]))}
      </div>
      <ul class="outcomes">${found.slice(0, this.most).map(rowOutcome)}</ul>
      ${found.length > this.most
        ? html`<p>
            <button class="quiet" data-action="more" @click=${() => (this.most += AT_ONCE)}>
              ${t('import.more-rows', { count: Math.min(AT_ONCE, found.length - this.most) })}
            </button>
            <span class="soft">
              ${t('import.shown', { shown: number(this.most), count: number(found.length) })}
            </span>
          </p>`
        : nothing}`;
  }

  #choice(fate, count) {
    return html`<button
      class="quiet"
      data-fate=${fate ?? 'all'}
      aria-pressed=${String(this.fate === fate)}
      @click=${() => this.#narrow(fate)}
    >
      ${t(`import.fate.${fate ?? 'all'}`)} <b>${number(count)}</b>
    </button>`;
  }

  #narrow(fate) {
    this.fate = fate;
    this.most = AT_ONCE;
  }
}

customElements.define('row-outcomes', RowOutcomes);
