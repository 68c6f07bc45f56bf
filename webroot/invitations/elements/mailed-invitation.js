import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { answerByLink, look } from '../requests.js';
import { recorded } from '../reading/occasion.js';
import './answer-form.js';
import './occasion-facts.js';

/** What a mailed link is for: to look at, and to answer. Opening it records nothing. */
class MailedInvitation extends FormElement {
  static properties = { token: { attribute: false }, invitation: { state: true } };
  static texts = { 404: 'invitation.ended', 410: 'invitation.ended' };

  firstUpdated() {
    this.token && this.attempt(async () => (this.invitation = await look(this.token)));
  }

  render() {
    if (!this.invitation) {
      return html`<section class="notice">
        <h1>${t('invitation.title')}</h1>
        <p role="status">${this.#instead()}</p>
      </section>`;
    }
    const { occasion, name } = this.invitation;
    return html`<section class="notice mailed invited" aria-labelledby="invited">
      <p class="soft">${t('invitation.for', { name })}</p>
      <h1 id="invited">${occasion.title}</h1>
      <occasion-facts .occasion=${occasion}></occasion-facts>
      ${contributions('occasion', occasion)} ${this.#standing()}
    </section>`;
  }

  #standing() {
    const { occasion, isOver, state } = this.invitation;
    if (occasion.calledOff) {
      return html`<p role="status"><b>${t('invitation.called-off', { reason: occasion.calledOff })}</b></p>`;
    }
    if (isOver) {
      return html`<p role="status">${t('invitation.over')}</p>`;
    }
    return html`${this.#recorded()}
      ${state === 'waiting' ? html`<p class="invited-waits">${t('invitation.waiting-text')}</p>` : nothing}
      <answer-form
        .invitation=${this.invitation}
        .send=${(said) => answerByLink(this.token, said)}
        @done=${({ detail }) => (this.invitation = detail)}
      ></answer-form>
      <p class="soft">${t('invitation.change')}</p>`;
  }

  #recorded() {
    const { answeredAt, answeredBy } = this.invitation;
    return answeredAt
      ? html`<p class="invited-recorded">
          ${t('invitation.recorded', { state: recorded(this.invitation), at: when(answeredAt) })}
          ${answeredBy === 'moved-up' ? t('invitation.moved-up') : nothing}
        </p>`
      : nothing;
  }

  #instead() {
    return this.token && this.busy ? t('loading') : refusal(this.problem ?? { status: 410 }, MailedInvitation.texts);
  }
}

customElements.define('mailed-invitation', MailedInvitation);
