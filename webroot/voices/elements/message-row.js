import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { briefly } from '../reading/clock.js';
import { anchor, companyName, tierOf } from '../reading/rows.js';
import '../../base/elements/tier-mark.js';

/** One message in a customer's list. */
class MessageRow extends LightElement {
  static properties = { row: { attribute: false }, staff: { type: Boolean } };

  render() {
    const { row } = this;
    const { text, more, late } = briefly(row, Date.now(), !this.staff);
    return html`<a class="message-row" href="/messages/${row.number}" data-voice=${row.number} data-kind=${row.kind}>
      <span class="row-main">
        <strong>${row.title}</strong>
        <span class="soft row-line">
          ${this.staff
            ? html`${companyName(row)} <tier-mark tier=${tierOf(row) ?? nothing}></tier-mark> · `
            : nothing}${this.#about()}
        </span>
      </span>
      <span class="message-due" ?data-late=${late}>
        <b>${text}</b><span class="soft row-line">${more || t('messages.said', { day: day(row.saidAt) })}</span>
      </span>
    </a>`;
  }

  #about() {
    const { kind, department } = this.row;
    return [t(`kind.${kind}`), ...anchor(this.row), wording(department?.name)].filter(Boolean).join(' · ');
  }
}

customElements.define('message-row', MessageRow);
