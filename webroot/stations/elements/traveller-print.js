import { html } from 'lit';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { printBar } from './print-bar.js';
import './traveller-sheet.js';

/** Each needs room for all codes of a line, or for one. */
const PAPERS = { cards: ['a4', 'a6'], labels: ['a4', 'a6', 'label'] };

/** Travellers as the printer gives them: of which lines and steps, as cards or as labels, and onto which paper. */
class TravellerPrint extends LightElement {
  static properties = {
    sheets: { attribute: false },
    shape: { state: true },
    paper: { state: true },
    /** The texts of the codes that are left out. */
    left: { state: true },
  };

  constructor() {
    super();
    this.shape = 'cards';
    this.paper = 'a4';
    this.left = new Set();
  }

  willUpdate(changed) {
    if (changed.has('sheets')) {
      this.left = new Set();
    }
  }

  render() {
    const { shape, paper } = this;
    return html`${this.#which()}
      ${printBar({ paper, papers: PAPERS[shape], choose: (chosen) => (this.paper = chosen), more: this.#shapes() })}
      <section class="travellers" data-shape=${shape} data-paper=${paper} aria-label=${t('travellers.printed')}>
        ${this.#kept().map((sheet) => html`<traveller-sheet .sheet=${sheet} shape=${shape}></traveller-sheet>`)}
      </section>`;
  }

  #shapes() {
    return selection({
      name: 'shape',
      label: t('travellers.shape'),
      options: ['cards', 'labels'].map((one) => [one, t(`travellers.shape-${one}`)]),
      chosen: this.shape,
      change: ({ target }) => this.#take(target.value),
    });
  }

  #take(shape) {
    this.shape = shape;
    this.paper = PAPERS[shape].includes(this.paper) ? this.paper : 'a4';
  }

  #which() {
    return html`<details class="disclosure not-printed" ?open=${this.sheets.length === 1}>
      <summary>${t('travellers.which-steps')}</summary>
      <div class="traveller-lines">${this.sheets.map((sheet) => this.#ofLine(sheet))}</div>
    </details>`;
  }

  #ofLine({ order, line, ordered, steps }) {
    const texts = steps.map(({ text }) => text);
    const out = texts.filter((text) => this.left.has(text));
    const isSome = out.length > 0 && out.length < texts.length;
    return html`<fieldset class="ticks" data-order=${order} data-line=${line}>
      <legend>${t('travellers.of-line', { order, line, product: wording(ordered.product) })}</legend>
      ${this.#tick('line', t('travellers.whole-line'), texts, out.length === 0, isSome)}
      ${steps.map(({ operation, stageName, text }) => {
        const stage = wording(stageName);
        return this.#tick('step', operation ?? stage, [text], !this.left.has(text));
      })}
    </fieldset>`;
  }

  #tick(name, label, texts, isIn, isSome = false) {
    return html`<label>
      <input
        type="checkbox"
        name=${name}
        .checked=${isIn}
        .indeterminate=${isSome}
        @change=${({ target }) => this.#leave(texts, !target.checked)}
      />
      <span>${label}</span>
    </label>`;
  }

  #leave(texts, isLeft) {
    const left = new Set(this.left);
    texts.forEach((text) => (isLeft ? left.add(text) : left.delete(text)));
    this.left = left;
  }

  #kept() {
    return this.sheets
      .map((sheet) => ({ ...sheet, steps: sheet.steps.filter(({ text }) => !this.left.has(text)) }))
      .filter(({ steps }) => steps.length > 0);
  }
}

customElements.define('traveller-print', TravellerPrint);
