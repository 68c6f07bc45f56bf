import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { has, number, t, wording } from '../../base/words.js';
import { picture } from '../requests.js';

/** A line on paper: a card with a code for each step of its way, or a label for each step. */
class TravellerSheet extends LightElement {
  static properties = { sheet: { attribute: false }, shape: {} };

  render() {
    return this.shape === 'labels' ? this.#labels() : this.#card();
  }

  #card() {
    const { order, line, steps } = this.sheet;
    return html`<article class="traveller" data-order=${order} data-line=${line}>
      ${this.#product()} ${this.#facts()}
      <ol>
        ${steps.map(
          (step) => html`<li>
            <figure>
              <img src=${picture(step.svg)} alt="" />
              <figcaption>
                <strong>${nameOf(step)}</strong>
                ${step.operation ? html`<span>${wording(step.stageName)}</span>` : nothing}
              </figcaption>
            </figure>
          </li>`,
        )}
      </ol>
    </article>`;
  }

  #labels() {
    const { order, line, steps } = this.sheet;
    return html`<ul class="traveller-labels">
      ${steps.map(
        (step) => html`<li class="traveller-label" data-order=${order} data-line=${line} data-step=${nameOf(step)}>
          <img src=${picture(step.svg)} alt="" />
          <div>${this.#product()} ${this.#facts(step)}</div>
        </li>`,
      )}
    </ul>`;
  }

  #product() {
    const { product, description, customer } = this.sheet.ordered;
    return html`<h2>${wording(product)}</h2>
      <p>${[description && wording(description), customer].filter(Boolean).join(' · ')}</p>`;
  }

  #facts(step) {
    const { order, line, ordered } = this.sheet;
    const { quantity, unit, promised, workOrders } = ordered;
    return html`<dl class="traveller-facts">
      ${fact('order', order)} ${fact('line', line)} ${step ? fact('operation', nameOf(step)) : nothing}
      ${quantity === undefined ? nothing : fact('quantity', amount(quantity, unit))}
      ${fact('due', promised ? date(promised, 'long') : t('traveller.unconfirmed'))}
      ${workOrders.length ? fact('work-order', workOrders.join(', ')) : nothing}
    </dl>`;
  }
}

const nameOf = ({ operation, stageName }) => operation ?? wording(stageName);

const fact = (name, value) => html`<div><dt>${t(`traveller.${name}`)}</dt><dd>${value}</dd></div>`;

const amount = (quantity, unit) =>
  has(`traveller.unit.${unit}`) ? t(`traveller.unit.${unit}`, { count: quantity }) : `${number(quantity)} ${unit}`;

customElements.define('traveller-sheet', TravellerSheet);
