import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { day, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { cadenceText, dueText } from '../reading/visits.js';
import '../../base/elements/tier-mark.js';

/** A company that is to be met: since when, by which cadence, and what is planned. */
class VisitDue extends LightElement {
  static properties = { due: { attribute: false }, plans: { type: Boolean } };

  render() {
    const { company, role, last, overdue, cadence, managers, next } = this.due;
    return html`<div class="due-row">
      <span class="row-main">
        <a href="/companies/${encodeURIComponent(company.code)}">${company.name}</a>
        <tier-mark tier=${company.tier}></tier-mark>
        ${overdue ? html`<span class="chip bad">${t('visits.overdue')}</span>` : nothing}
        <span class="row-line">${t(`visit.role.${role}`)} · ${dueText(this.due)}</span>
        <span class="soft row-line">
          ${last ? t(`visits.last.${last.how}`, { day: day(last.at) }) : t('visits.nobody-yet')}
          · ${cadenceText(cadence)}
        </span>
        ${role === 'account-manager' && managers.length > 0
          ? html`<span class="soft row-line">${t('visits.looks-after', { names: managers.join(t('comma')) })}</span>`
          : nothing}
      </span>
      ${next
        ? html`<a class="quiet" href="/visits/${next.number}">${t('visits.next', { when: when(next.at) })}</a>`
        : this.plans
          ? html`<button class="quiet" data-action="plan-due" @click=${this.#plan}>${t('visits.plan-this')}</button>`
          : nothing}
    </div>`;
  }

  #plan = () =>
    this.dispatchEvent(
      new CustomEvent('plan', { bubbles: true, detail: { company: this.due.company.code, role: this.due.role } }),
    );
}

customElements.define('visit-due', VisitDue);
