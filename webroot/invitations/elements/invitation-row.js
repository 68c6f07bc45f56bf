import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { chosen, pace, recorded, span } from '../reading/occasion.js';
import { answerOwn, oneInvitation } from '../requests.js';
import './answer-form.js';
import './occasion-facts.js';

const ANSWERS = { accepted: 'accept', tentative: 'maybe', declined: 'decline' };

/**
 * One invitation of the viewer, to be answered by a touch, or with more to say. `brief` leaves out what it is about,
 * where that is said already, and `dated` says when it is all the same.
 */
class InvitationRow extends FormElement {
  static properties = {
    invitation: { attribute: false },
    brief: { type: Boolean },
    dated: { type: Boolean },
    whole: { state: true },
  };
  static texts = { 409: 'invitation.changed', 410: 'invitation.ended' };

  render() {
    const { occasion } = this.invitation;
    return html`<article class="invited-row" data-invitation=${this.invitation.number}>
      ${this.brief ? nothing : this.#about(occasion)}
      <div class="invited-answers">
        ${this.dated
          ? html`<p><b>${span(occasion)}</b> ${contributions('occasion', occasion)}</p>`
          : nothing}
        ${this.brief && occasion.rule ? html`<p>${pace(occasion.rule)}</p>` : nothing}
        ${occasion.calledOff
          ? html`<p><b>${t('invitation.called-off', { reason: occasion.calledOff })}</b></p>`
          : this.#answers()}
      </div>
    </article>`;
  }

  #about(occasion) {
    return html`<div class="invited-about">
      <h3>${occasion.title}</h3>
      <occasion-facts .occasion=${occasion}></occasion-facts>
      <p>${contributions('occasion', occasion)}</p>
    </div>`;
  }

  #answers() {
    return html`<p class="soft" role="status">${t('invitation.yours', { state: recorded(this.invitation) })}</p>
      ${this.whole ? this.#form() : this.#buttons()} ${this.trouble()}`;
  }

  #buttons() {
    const said = chosen(this.invitation);
    return html`<p class="buttons">
      ${Object.entries(ANSWERS).map(
        ([answer, words]) => html`<button
          class="quiet"
          data-answer=${answer}
          aria-pressed=${said === answer}
          ?disabled=${this.busy}
          @click=${() => this.#say(answer)}
        >${t(`invitation.${words}`)}</button>`,
      )}
      <button class="quiet" data-action="more" ?disabled=${this.busy} @click=${this.#more}>
        ${t('invitations.details')}
      </button>
    </p>`;
  }

  #form() {
    const { number } = this.invitation;
    return html`<answer-form
      .invitation=${this.whole}
      .send=${(said) => answerOwn(number, said)}
      @done=${({ detail }) => (this.whole = detail)}
    ></answer-form>`;
  }

  #say(answer) {
    const { number, note, sequence } = this.invitation;
    this.attempt(() => answerOwn(number, { answer, sequence, ...(note ? { note } : {}) }));
  }

  #more = () => this.attempt(async () => (this.whole = await oneInvitation(this.invitation.number)));
}

customElements.define('invitation-row', InvitationRow);
