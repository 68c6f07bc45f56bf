import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { chosen, recorded } from '../reading/occasion.js';

const ANSWERS = { accepted: 'accept', tentative: 'maybe', declined: 'decline' };

/**
 * Yes, maybe or no, with a note and a colleague who comes instead. `send` takes what is said and answers the
 * invitation as it is now; `done` tells it.
 */
class AnswerForm extends FormElement {
  static properties = {
    invitation: { attribute: false },
    send: { attribute: false },
    answer: { state: true },
    lacking: { state: true },
    sent: { state: true },
  };
  static texts = { 409: 'invitation.changed', 410: 'invitation.ended' };

  willUpdate(changed) {
    if (changed.has('invitation') && this.answer === undefined) {
      this.answer = chosen(this.invitation);
    }
  }

  render() {
    const { note, colleagues = [] } = this.invitation;
    return html`<form class="form" @submit=${this.#submit}>
      <div class="answer-choice" role="group" aria-labelledby="invitation-answer">
        <b id="invitation-answer">${t('invitation.answer')}</b>
        ${Object.entries(ANSWERS).map(([answer, words]) => this.#choice(answer, words))}
      </div>
      <div class="entry">
        <label for="invitation-note">${t('invitation.note')}</label>
        <textarea id="invitation-note" name="note" maxlength="500" .value=${note ?? ''}></textarea>
        <p class="trouble" role="alert">${this.wrong('note') ?? ''}</p>
      </div>
      ${this.answer === 'declined' && colleagues.length > 0 ? this.#colleagues(colleagues) : nothing}
      ${this.trouble('note', 'instead')}
      <p class="trouble" role="alert">${this.lacking ? t('invitation.choose') : ''}</p>
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy}>${t('invitation.send')}</button>
      </p>
      <p role="status">${this.sent ? recorded(this.invitation, true) : ''}</p>
    </form>`;
  }

  #choice(answer, words) {
    return html`<button
      type="button"
      class="quiet"
      data-choice=${answer}
      aria-pressed=${this.answer === answer}
      @click=${() => this.#choose(answer)}
    >${t(`invitation.${words}`)}</button>`;
  }

  #colleagues(colleagues) {
    const { instead } = this.invitation;
    return html`<div class="entry">
      <label for="invitation-instead">${t('invitation.instead')}</label>
      <select id="invitation-instead" name="instead">
        <option value="">${t('invitation.nobody')}</option>
        ${colleagues.map(
          ({ person, name }) =>
            html`<option value=${person} ?selected=${instead?.person === person}>${name}</option>`,
        )}
      </select>
      <p class="trouble" role="alert">${this.wrong('instead') ?? ''}</p>
    </div>`;
  }

  #choose(answer) {
    this.answer = answer;
    this.lacking = false;
    this.sent = false;
  }

  #submit = async (event) => {
    event.preventDefault();
    this.lacking = this.answer === undefined;
    if (this.lacking) {
      return;
    }
    const { note, instead } = Object.fromEntries(new FormData(event.target));
    const said = { answer: this.answer, sequence: this.invitation.sequence };
    note.trim() && (said.note = note.trim());
    instead && (said.instead = Number(instead));
    this.sent = await this.attempt(async () => this.done(await this.send(said)));
  };
}

customElements.define('answer-form', AnswerForm);
