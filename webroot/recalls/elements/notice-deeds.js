import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { leaveRest, sayDone } from '../requests.js';

/** What the house does about a company's notice: how much is done, and who answers for what is left. */
class NoticeDeeds extends FormElement {
  static properties = { notice: { attribute: false }, leaving: { state: true } };

  render() {
    const { notice } = this;
    return html`<section class="card" aria-labelledby="deeds">
      <h2 id="deeds">${t('recall.deeds')}</h2>
      ${notice.choice ? this.#progress() : html`<p>${t('recall.not-chosen')}</p>`}
      ${notice.left
        ? html`<p>${t('recall.left', { by: notice.left.by, day: day(notice.left.at), reason: notice.left.reason })}</p>`
        : nothing}
      ${notice.state === 'done' ? nothing : this.leaving ? this.#leaving() : this.#leave()}
    </section>`;
  }

  #progress() {
    const { id, done, pieces } = this.notice;
    return html`<form class="form" @submit=${this.#say} novalidate>
      ${field({
        id: `done-${id}`,
        name: 'done',
        label: t('recall.done-of', { count: pieces }),
        type: 'number',
        inputmode: 'numeric',
        min: 0,
        max: pieces,
        step: 'any',
        value: String(done),
        hint: t('recall.done-hint'),
        error: this.wrong('done'),
      })}
      ${this.trouble('done', 'reason')}
      <p class="buttons"><button class="go" data-action="done" ?disabled=${this.busy}>${t('save')}</button></p>
    </form>`;
  }

  #leave() {
    return html`<p class="buttons">
      <button type="button" class="quiet" data-action="leave" @click=${() => (this.leaving = true)}>
        ${t('recall.leave')}
      </button>
    </p>`;
  }

  #leaving() {
    const error = this.wrong('reason');
    return html`<form class="form" @submit=${this.#leaveRest} novalidate>
      <div class="entry">
        <label for="reason">${t('recall.reason')}</label>
        <textarea
          id="reason"
          name="reason"
          required
          maxlength="500"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby="reason-hint reason-error"
        ></textarea>
        <p class="soft" id="reason-hint">${t('recall.reason-hint')}</p>
        <p class="trouble" id="reason-error" role="alert">${error ?? ''}</p>
      </div>
      ${this.notice.choice ? nothing : this.trouble('reason')}
      <p class="buttons">
        <button class="go" data-action="leave-rest" ?disabled=${this.busy}>${t('recall.leave')}</button>
        <button type="button" class="quiet" @click=${() => (this.leaving = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #say = async (event) => {
    event.preventDefault();
    const form = event.target;
    this.fine(form) &&
      (await this.attempt(() => sayDone(this.notice.id, Number(form.elements.done.value), newKey())));
  };

  #leaveRest = async (event) => {
    event.preventDefault();
    const form = event.target;
    const left =
      this.fine(form) &&
      (await this.attempt(() => leaveRest(this.notice.id, form.elements.reason.value, newKey())));
    this.leaving = left ? false : this.leaving;
  };
}

customElements.define('notice-deeds', NoticeDeeds);
