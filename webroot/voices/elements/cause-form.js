import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { causesOf, mayBelong } from '../reading/causes.js';
import { companyName } from '../reading/rows.js';
import { joinCause, leaveCause, makeCause, voices } from '../requests.js';

/** Puts messages with the same cause together, also of several companies; one of them can be taken out again. */
class CauseForm extends FormElement {
  static properties = { page: { attribute: false }, open: { state: true } };
  static texts = { 409: 'reply.changed' };

  connectedCallback() {
    super.connectedCallback();
    this.open = [];
    this.page.cause || this.attempt(async () => (this.open = (await voices({ state: 'open', limit: 100 })).voices));
  }

  render() {
    return html`<div class="form">
      <h2>${this.page.cause?.title ?? t('cause.title')}</h2>
      <p class="soft">${t('cause.text')}</p>
      ${this.page.cause ? this.#members() : this.#choose()}
      ${this.trouble('title')}
      <p class="buttons">
        <button type="button" class="quiet" data-action="done" @click=${() => this.done()}>${t('close')}</button>
      </p>
    </div>`;
  }

  #members() {
    const { id, voices: members = [] } = this.page.cause;
    return html`<ul class="rows">
      ${members.map(({ number, title, company }) => html`<li>
        <span class="row-main">
          <a href="/messages/${number}">${title}</a>
          <span class="soft row-line">${companyName({ company })}</span>
        </span>
        <button
          type="button"
          class="quiet"
          data-action="take-out"
          ?disabled=${this.busy}
          @click=${() => this.#act(() => leaveCause(id, number))}
        >${t('cause.take-out')}<span class="visually-hidden"> ${title}</span></button>
      </li>`)}
    </ul>`;
  }

  #choose() {
    const causes = causesOf(this.open);
    return html`${causes.length > 0
        ? html`<ul class="rows">
            ${causes.map(({ id, title, count }) => html`<li>
              <span class="row-main">
                <b>${title}</b> <span class="soft row-line">${t('cause.count', { count })}</span>
              </span>
              <button
                type="button"
                class="quiet"
                data-action="join"
                ?disabled=${this.busy}
                @click=${() => this.#act(() => joinCause(id, this.page.number))}
              >${t('cause.join')}<span class="visually-hidden"> ${title}</span></button>
            </li>`)}
          </ul>`
        : nothing}
      <form class="form" @submit=${this.#make}>
        ${field({
          id: 'cause-title',
          name: 'title',
          label: t('cause.name'),
          hint: t('cause.name-hint'),
          maxlength: 120,
          error: this.wrong('title'),
        })}
        ${this.#others()}
        <p class="buttons">
          <button class="go" data-action="make-cause" ?disabled=${this.busy}>${t('cause.make')}</button>
        </p>
      </form>`;
  }

  #others() {
    const others = mayBelong(this.open, this.page);
    return others.length === 0
      ? nothing
      : html`<fieldset class="ticks">
          <legend>${t('cause.with')}</legend>
          ${others.map((row) => html`<label>
            <input type="checkbox" name="voice" value=${row.number} />
            <span>${row.title}<small class="soft">${companyName(row)} · ${row.order}</small></span>
          </label>`)}
        </fieldset>`;
  }

  #make = (event) => {
    const { title } = submitted(event);
    const others = [...this.querySelectorAll('[name=voice]:checked')].map(({ value }) => Number(value));
    this.#act(() => makeCause({ title: title.trim(), voices: [this.page.number, ...others] }));
  };

  async #act(action) {
    (await this.attempt(action)) && this.done();
  }
}

customElements.define('cause-form', CauseForm);
