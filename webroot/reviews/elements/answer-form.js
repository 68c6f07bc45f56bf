import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { answer, proposals } from '../requests.js';

const KINDS = ['adopted', 'changed', 'declined', 'same'];
const NEED_A_REASON = ['changed', 'declined'];
const PAUSE_MILLIS = 300;
const FOUND_SHOWN = 8;

/** One answer to a group, or to the proposals that were chosen. */
class AnswerForm extends FormElement {
  static properties = {
    review: { attribute: false },
    /** Absent where proposals are answered. */
    group: { attribute: false },
    proposals: { attribute: false },
    count: { attribute: false },
    kind: { state: true },
    found: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.kind = KINDS[0];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('answer-form.title')}</h2>
      <p class="soft">
        ${this.group ? t('answer-form.group-text') : t('answer-form.text', { count: this.count })}
      </p>
      <fieldset class="ticks">
        <legend>${t('answer-form.kind')}</legend>
        ${KINDS.map((kind) => html`<label>
          <input
            type="radio"
            name="kind"
            value=${kind}
            .checked=${this.kind === kind}
            @change=${() => (this.kind = kind)}
          />
          <span>${t(`answer.${kind}`)}</span>
        </label>`)}
      </fieldset>
      ${this.kind === 'same' ? this.#same() : nothing}
      <div class="entry">
        <label for="answer-reason">${t(`answer-form.reason.${this.kind}`)}</label>
        <textarea
          id="answer-reason"
          name="reason"
          maxlength="1000"
          ?required=${NEED_A_REASON.includes(this.kind)}
        ></textarea>
        <p class="trouble" role="alert">${this.wrong('reason') ?? ''}</p>
      </div>
      ${this.trouble('reason', 'sameAs')}
      <p class="buttons">
        <button class="go" data-action="answer-now" ?disabled=${this.busy}>${t('answer-form.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #same() {
    return html`<div class="entry">
        <label for="answer-same">${t('answer-form.same')}</label>
        <input id="answer-same" type="search" autocomplete="off" @input=${this.#search} @keydown=${this.#stay} />
        <p class="soft">${t('answer-form.same-hint')}</p>
        <p class="trouble" role="alert">${this.wrong('sameAs') ?? ''}</p>
      </div>
      ${this.found
        ? html`<fieldset class="ticks">
            <legend class="visually-hidden">${t('answer-form.same')}</legend>
            ${this.found.length === 0 ? html`<p class="soft">${t('answer-form.same-none')}</p>` : nothing}
            ${this.found.map((one) => html`<label>
              <input type="radio" name="same" value=${one.number} />
              <span class="proposal-text">${one.text}</span>
            </label>`)}
          </fieldset>`
        : nothing}`;
  }

  #search = ({ target }) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const text = target.value.trim();
      const answered = await proposals(this.review, { text, limit: FOUND_SHOWN }).catch(() => ({ proposals: [] }));
      this.found = answered.proposals.filter(({ number }) => !this.proposals?.includes(number));
    }, PAUSE_MILLIS);
  };

  /** Enter searches, and sends nothing. */
  #stay = (event) => event.key === 'Enter' && event.preventDefault();

  #save = (event) => {
    const { kind, reason, same } = submitted(event);
    const to = this.proposals ? { proposals: this.proposals } : { group: this.group };
    const also = kind === 'same' ? { sameAs: same ? Number(same) : undefined } : {};
    this.attempt(async () => {
      await answer(this.review, { ...to, ...also, answer: kind, reason: reason.trim() || undefined });
      this.done(true);
    });
  };
}

customElements.define('answer-form', AnswerForm);
