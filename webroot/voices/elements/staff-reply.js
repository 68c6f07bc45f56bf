import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { forget, keep, kept } from '../reading/draft.js';
import { ids, isUploading } from '../reading/photos.js';
import { answer, answerCause, askBack, note } from '../requests.js';
import './photo-picker.js';

const MODES = ['answer', 'ask', 'note'];
const CHOICES = [0, 1, 2, 3];
const LONGEST = 4000;

/** Answers the customer, asks them back, or notes something down that only staff read. */
class StaffReply extends FormElement {
  static properties = {
    page: { attribute: false },
    mode: { state: true },
    text: { state: true },
    photos: { state: true },
    choices: { state: true },
    all: { state: true },
    lacking: { state: true },
    did: { state: true },
  };
  static texts = { 409: 'reply.changed' };

  #key = newKey();
  #number;

  willUpdate() {
    if (this.page.number === this.#number) {
      return;
    }
    this.#number = this.page.number; // Another message is beside the list now.
    const { mode = 'answer', text = '', photos = [], choices = [] } = kept(this.#place()) ?? {};
    Object.assign(this, { all: true, mode, text, photos, choices });
    Object.assign(this, { lacking: undefined, did: undefined, problem: undefined });
  }

  render() {
    const { mode, page } = this;
    const modes = MODES.filter((one) => page.can?.includes(one));
    if (modes.length === 0) {
      return nothing;
    }
    const shown = modes.includes(mode) ? mode : modes[0];
    return html`<form class="card form staff-reply" data-mode=${shown} @submit=${(event) => this.#send(event, shown)}>
      <div class="kinds" role="group" aria-label=${t('desk.label')}>
        ${modes.map((one) => html`<button
          type="button"
          data-mode=${one}
          aria-pressed=${one === shown}
          @click=${() => this.#choose(one)}
        >${t(`desk.mode.${one}`)}</button>`)}
      </div>
      <div class="entry">
        <label for="desk-text">${t(`desk.text.${shown}`)}</label>
        <textarea
          id="desk-text"
          name="text"
          maxlength=${LONGEST}
          .value=${this.text}
          aria-describedby="desk-error"
          aria-invalid=${this.lacking || this.wrong('text') ? 'true' : nothing}
          @input=${({ target }) => this.#write({ text: target.value })}
        ></textarea>
        <p class="trouble" id="desk-error" role="alert">
          ${this.wrong('text') ?? (this.lacking ? t('reply.no-text') : '')}
        </p>
      </div>
      ${shown === 'ask' ? this.#choices() : nothing}
      ${shown === 'answer' ? this.#more() : nothing}
      ${this.trouble('text')}
      <p class="said-done" role="status">${this.did ? t(this.did) : ''}</p>
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy || isUploading(this.photos)}>${t(
          `desk.send.${shown}`,
        )}</button>
      </p>
    </form>`;
  }

  #choices() {
    return html`<fieldset class="desk-choices">
      <legend>${t('desk.choices')}</legend>
      ${CHOICES.map((at) => html`<input
        name="choice-${at}"
        maxlength="60"
        autocomplete="off"
        aria-label=${t('desk.choice', { at: at + 1 })}
        placeholder=${t('desk.choice', { at: at + 1 })}
        .value=${this.choices[at] ?? ''}
        @input=${({ target }) => this.#write({ choices: Object.assign([...this.choices], { [at]: target.value }) })}
      />`)}
      <p class="soft">${t('desk.pauses')}</p>
    </fieldset>`;
  }

  /** A photo belongs to one message: what goes to all that have the same cause is words. */
  #more() {
    const together = this.page.cause?.voices?.length > 1;
    return html`${together
      ? html`<label class="tick">
          <input
            type="checkbox"
            name="all"
            .checked=${this.all}
            @change=${({ target }) => (this.all = target.checked)}
          />
          <span>${t('desk.answer-all', { count: this.page.cause.voices.length })}</span>
        </label>`
      : nothing}
    ${together && this.all
      ? nothing
      : html`<photo-picker
          .photos=${this.photos}
          @photos=${({ detail }) => this.#write({ photos: detail })}
        ></photo-picker>`}`;
  }

  #place = () => `inbox/${this.page.number}`;

  #choose(mode) {
    this.#write({ mode });
    this.querySelector('textarea').focus();
  }

  #write(change) {
    Object.assign(this, change, { lacking: false, did: undefined });
    const { mode, text, photos, choices } = this;
    keep(this.#place(), { mode, text, choices, photos: photos.filter(({ id }) => id) });
  }

  #send = async (event, mode) => {
    event.preventDefault();
    const text = this.text.trim();
    this.lacking = text === '';
    if (this.lacking) {
      this.querySelector('textarea').focus();
      return;
    }
    const all = this.page.cause?.voices?.length > 1 && this.all;
    const isDone = await this.attempt(() => this.#sent(mode, text, all));
    this.problem?.status === 0 || (this.#key = newKey()); // What nobody answered is sent again as the same.
    if (isDone) {
      forget(this.#place());
      Object.assign(this, { text: '', photos: [], choices: [], did: `desk.did.${mode}` });
    }
  };

  #sent(mode, text, all) {
    switch (mode) {
      case 'ask':
        return askBack(this.page, { text, choices: this.choices.map((one) => one?.trim()).filter(Boolean) }, this.#key);
      case 'note':
        return note(this.page, { text }, this.#key);
      default:
        return all
          ? answerCause(this.page.cause.id, { text })
          : answer(this.page, { text, photos: ids(this.photos) }, this.#key);
    }
  }
}

customElements.define('staff-reply', StaffReply);
