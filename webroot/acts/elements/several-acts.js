import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { actingOnSeveral } from '../doing.js';
import { selection } from '../selection.js';

const MOST = 200;

/** Above a list of orders: chooses several, and does one thing with them. */
class SeveralActs extends LightElement {
  static properties = {
    may: { attribute: false },
    /** The orders that are shown. */
    rows: { attribute: false },
  };

  connectedCallback() {
    super.connectedCallback();
    selection.hear(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    selection.forget(this);
  }

  render() {
    if (!selection.on) {
      return html`<p class="several-begin">
        <button type="button" class="quiet" data-action="select-orders" @click=${() => selection.turn(true)}>
          ${t('several.begin')}
        </button>
      </p>`;
    }
    const count = selection.chosen.size;
    const tooMany = count > MOST;
    return html`<div class="several" role="group" aria-label=${t('several.label')}>
      <p role="status">${t(tooMany ? 'several.too-many' : 'several.count', { count })}</p>
      <div class="acts">
        <button type="button" class="quiet" data-action="select-all" @click=${this.#all}>${t('several.all')}</button>
        ${this.#acts().map((act) => this.#button(act, count === 0 || tooMany))}
        <button type="button" class="quiet" data-action="select-done" @click=${() => selection.turn(false)}>
          ${t('several.done')}
        </button>
      </div>
      <p class="soft several-hint">${t('several.hint')}</p>
    </div>`;
  }

  #acts() {
    const { place, hold } = this.may;
    return [place && 'promise', hold && 'hold', hold && 'resume', place && 'cancel'].filter(Boolean);
  }

  #button(act, disabled) {
    return html`<button
      type="button"
      class="quiet"
      data-action="several-${act}"
      ?disabled=${disabled}
      @click=${() => this.#do(act)}
    >${t(act === 'cancel' ? 'several.cancel' : `acts.${act}`)}</button>`;
  }

  #all = () => selection.put(this.rows.map(({ number }) => number).slice(0, MOST));

  async #do(act) {
    const orders = this.rows.map(({ number }) => number).filter((number) => selection.chosen.has(number));
    const hidden = [...selection.chosen].filter((number) => !orders.includes(number));
    const left = await actingOnSeveral({ act, orders: [...orders, ...hidden] });
    if (left) {
      selection.put(left);
    }
  }
}

customElements.define('several-acts', SeveralActs);
