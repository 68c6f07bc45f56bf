import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import { byUrgency } from '../reading/nonconformances.js';
import './nonconformance-row.js';
import './raise-here.js';

/** What is wrong with an order now, for staff, and a way to say so. */
class OrderProblems extends CalmElement {
  static properties = {
    order: { attribute: false },
    page: { attribute: false },
    list: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.stop = watchBeside(`nonconformances/order/${this.order}`, ({ page }) => (this.list = page));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  render() {
    const rows = Object.values(this.list?.rows ?? {}).sort(byUrgency);
    return html`${rows.length === 0
        ? nothing
        : html`<section class="card order-problems" aria-label=${t('nonconformances.of-order')}>
            <h2>${t('nonconformances.of-order')}</h2>
            <ol class="problem-rows">
              ${rows.map((row) => html`<li><nonconformance-row .row=${row}></nonconformance-row></li>`)}
            </ol>
          </section>`}
      <p><raise-here .place=${{ order: this.order }} .stages=${this.#stages()}></raise-here></p>`;
  }

  #stages() {
    return Object.values(this.page?.lines ?? {}).flatMap(({ number: line, stages = {} }) =>
      Object.entries(stages)
        .sort(([, one], [, other]) => one.position - other.position)
        .map(([stage, { name }]) => ({ line, stage, name })),
    );
  }
}

customElements.define('order-problems', OrderProblems);
