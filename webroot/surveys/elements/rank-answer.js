import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { moved } from '../reading/answers.js';

/** All choices in an order: touched one after the other, then moved by buttons or keys. */
class RankAnswer extends LightElement {
  static properties = { choices: { attribute: false }, order: { attribute: false }, told: { state: true } };

  render() {
    const { order } = this;
    const left = this.choices.filter(({ key }) => !order.includes(key));
    return html`<ol class="rank-order">
        ${order.map((key, at) => this.#placed(key, at))}
      </ol>
      <div class="survey-choices">
        ${left.map(({ key, text }) => html`<button
          type="button"
          class="quiet rank-left"
          data-choice=${key}
          @click=${() => this.#tell([...order, key])}
        >${t('rank-answer.place', { at: order.length + 1 })} <span>${wording(text)}</span></button>`)}
      </div>
      <p class="visually-hidden" role="status">${this.told ?? ''}</p>`;
  }

  #placed(key, at) {
    const text = wording(this.choices.find((one) => one.key === key)?.text);
    return html`<li data-choice=${key}>
      <span class="row-main">${at + 1}. ${text}</span>
      <span class="buttons">
        ${this.#move(key, at, -1, 'up', '↑', text)} ${this.#move(key, at, 1, 'down', '↓', text)}
        <button
          type="button"
          class="quiet"
          data-action="out"
          aria-label=${t('rank-answer.out', { text })}
          @click=${() => this.#tell(this.order.filter((one) => one !== key))}
        >×</button>
      </span>
    </li>`;
  }

  #move(key, at, by, name, sign, text) {
    return html`<button
      type="button"
      class="quiet"
      data-action=${name}
      aria-label=${t(`rank-answer.${name}`, { text })}
      ?disabled=${at + by < 0 || at + by >= this.order.length}
      @click=${() => this.#shift(key, at, by, name)}
    >${sign}</button>`;
  }

  /** Whoever moves it by keys goes on with the same one. */
  async #shift(key, at, by, name) {
    this.#tell(moved(this.order, at, by));
    this.told = t('rank-answer.moved', { at: at + by + 1 });
    await this.updateComplete;
    const row = this.querySelector(`li[data-choice="${CSS.escape(key)}"]`);
    (row?.querySelector(`[data-action=${name}]:enabled`) ?? row?.querySelector('button:enabled'))?.focus();
  }

  #tell(order) {
    this.order = order;
    this.dispatchEvent(new CustomEvent('ranked', { detail: order }));
  }
}

customElements.define('rank-answer', RankAnswer);
