import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { assign } from '../requests.js';
import './cause-form.js';
import './close-form.js';
import './hand-on-form.js';

/** What staff do with a message besides writing; `answer` when they want to write. */
class StaffDesk extends FormElement {
  static properties = { page: { attribute: false }, reader: { attribute: false } };
  static texts = { 409: 'reply.changed' };

  #form;

  render() {
    const { page } = this;
    return html`<section class="desk" aria-label=${t('desk.acts')}>
      <div class="desk-acts">
        ${this.#may('assign') ? this.#assignee() : nothing}
        ${this.#may('answer')
          ? html`<button
              type="button"
              class="go"
              data-action="answer"
              @click=${() => this.dispatchEvent(new CustomEvent('answer'))}
            >${t('desk.answer')}</button>`
          : nothing}
        ${this.#may('hand-on') ? this.#open('hand-on', 'hand-on-form', 'desk.hand-on') : nothing}
        ${this.#may('group') ? this.#open('group', 'cause-form', page.cause ? 'desk.cause' : 'desk.group') : nothing}
        ${this.#may('close') ? this.#open('close', 'close-form', 'desk.close') : nothing}
        ${this.#may('reopen') ? this.#open('reopen', 'close-form', 'desk.reopen') : nothing}
      </div>
      ${page.cause
        ? html`<p class="soft desk-cause">
            ${t(others(page).length > 0 ? 'desk.under' : 'desk.under-alone', {
              title: page.cause.title,
              count: others(page).length,
            })}
          </p>`
        : nothing}
      ${this.trouble()}
    </section>`;
  }

  #may = (what) => this.page.can?.includes(what);

  #assignee() {
    const { assignee, assignable = [] } = this.page;
    const chosen = assignable.find(({ id, name }) => id === assignee?.id || name === (assignee?.name ?? assignee));
    return html`<label class="desk-assignee">
      <span>${t('desk.assignee')}</span>
      <select name="assignee" ?disabled=${this.busy} @change=${this.#assign}>
        <option value="" ?selected=${!assignee}>${t('desk.nobody')}</option>
        ${assignee && !chosen
          ? html`<option value="-" selected disabled>${assignee?.name ?? assignee}</option>`
          : nothing}
        ${assignable.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen?.id}>${name}</option>`)}
      </select>
    </label>`;
  }

  #assign = ({ target }) =>
    this.attempt(() => assign(this.page, target.value === '' ? null : Number(target.value)));

  #open(action, element, words) {
    return html`<button
      type="button"
      class="quiet"
      data-action=${action}
      @click=${() => this.#show(element, t(words))}
    >${t(words)}</button>`;
  }

  async #show(element, label) {
    this.#form = Object.assign(document.createElement(element), { page: this.page, newest: this.page });
    await inDialog(this.#form, label);
    this.#form = undefined;
  }

  /** A form that is open may hear, when it asks, that the message has moved on; this is where to. */
  updated() {
    if (this.#form) {
      this.#form.newest = this.page;
    }
  }
}

const others = ({ cause, number }) => (cause.voices ?? []).filter((one) => one.number !== number);

customElements.define('staff-desk', StaffDesk);
