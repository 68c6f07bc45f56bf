import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { sayReached } from '../requests.js';

/** A distributor passes it on, and says how many of its own customers it has reached. */
class RecallReach extends FormElement {
  static properties = { notice: { attribute: false } };

  render() {
    const { id, reached, lines } = this.notice;
    const orders = [...new Set(lines.map(({ order }) => order).filter(Boolean))];
    return html`<form class="form recall-reach" @submit=${this.#say} novalidate>
      <p class="recall-label">${t('recall.pass-on')}</p>
      <p class="soft">
        ${t('recall.pass-on-how')}
        ${orders.map((order) => html`<a href="/orders/${encodeURIComponent(order)}#share">${order}</a> `)}
      </p>
      ${field({
        id: `reached-${id}`,
        name: 'reached',
        label: t('recall.reached'),
        type: 'number',
        inputmode: 'numeric',
        min: 0,
        max: 1_000_000,
        step: 1,
        value: reached ? String(reached.count) : '',
        hint: reached ? t('recall.reached-said', { by: reached.by, day: day(reached.at) }) : '',
        error: this.wrong('reached'),
      })}
      ${this.trouble('reached')}
      <p class="buttons">
        <button class="quiet" data-action="reached" ?disabled=${this.busy}>${t('recall.report')}</button>
      </p>
    </form>`;
  }

  #say = async (event) => {
    event.preventDefault();
    const form = event.target;
    if (this.fine(form)) {
      await this.attempt(async () => {
        this.notice = await sayReached(this.notice.id, Number(form.elements.reached.value), newKey());
      });
    }
  };
}

customElements.define('recall-reach', RecallReach);
