import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { date, day, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { chanceSaid, lineSaid } from '../reading/offers.js';
import { recoverDate } from '../requests.js';
import { offerAnother } from './offer-another.js';

/** A line of which the day will hardly be kept, and what somebody decides about it. */
class RiskRow extends FormElement {
  static properties = {
    risk: { attribute: false },
    /** Whether whoever looks decides. */
    keeps: { attribute: false },
    open: { state: true },
  };
  static texts = { 409: 'delays.decided-meanwhile', 404: 'delays.decided-meanwhile' };

  render() {
    const { risk } = this;
    return html`<article class="risk-row" data-risk=${risk.id}>
      <p class="offer-row-head">
        <a href="/orders/${encodeURIComponent(risk.order)}">${risk.order}</a> <span>${risk.company?.name}</span>
        <span>${lineSaid({ number: risk.line, product: risk.product })}</span>
      </p>
      <p>
        <strong>${chanceSaid(risk.chance)}</strong>
        <span>${t('delays.promised', { date: date(risk.promised) })}</span>
      </p>
      ${this.#stands()}
      ${this.keeps
        ? html`<p class="buttons">
              <button
                type="button"
                class="quiet"
                data-action="recover"
                aria-expanded=${this.open === true}
                @click=${this.#openUp}
              >${t('delays.recover')}</button>
              <button type="button" class="quiet" data-action="offer" @click=${() => this.#offer()}>
                ${t('delays.offer-another')}
              </button>
            </p>
            ${this.open ? this.#form() : nothing}`
        : nothing}
    </article>`;
  }

  #stands() {
    const { decided, due } = this.risk;
    if (decided?.lookAgainOn) {
      const { plan, by, lookAgainOn } = decided;
      return html`<p>${t('delays.recovering', { plan, by, date: date(lookAgainOn) })}</p>`;
    }
    const late = Date.parse(due) < Date.now();
    return html`<p class=${late ? 'trouble' : 'soft'}>
      ${t(late ? 'delays.overdue' : 'delays.due', { when: when(due), day: day(due) })}
    </p>`;
  }

  #form() {
    const { id } = this.risk;
    return html`<form class="form" novalidate @submit=${this.#save}>
      ${field({ id: `plan-${id}`, name: 'plan', label: t('delays.plan'), maxlength: 500, error: this.wrong('plan') })}
      ${field({
        id: `again-${id}`,
        name: 'lookAgainOn',
        label: t('delays.look-again'),
        type: 'date',
        error: this.wrong('lookAgainOn'),
      })}
      ${this.trouble('plan', 'lookAgainOn')}
      <p class="buttons"><button class="go" data-action="save-plan" ?disabled=${this.busy}>${t('save')}</button></p>
    </form>`;
  }

  #openUp = async () => {
    this.open = !this.open;
    await this.updateComplete;
    this.querySelector('form input')?.focus();
  };

  #offer() {
    return offerAnother(this.risk.order, [this.risk.line]);
  }

  #save = async (event) => {
    const { plan, lookAgainOn } = submitted(event);
    if (this.fine(event.target) && (await this.attempt(() => recoverDate(this.risk.id, plan, lookAgainOn, newKey())))) {
      this.open = false;
    }
  };
}

customElements.define('risk-row', RiskRow);
