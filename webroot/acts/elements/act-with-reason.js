import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { reasonOf } from '../reading/reason.js';
import { preview, reasonFields } from './reason-fields.js';

/** Asks for the reason that a customer reads, and does what needs one: a hold, a cancellation. */
class ActWithReason extends FormElement {
  static properties = {
    /** Its texts: `hold`, `cancel`, `waive` or `decline`. */
    kind: {},
    about: { attribute: false },
    /** Does it with a reason. */
    act: { attribute: false },
    reason: { state: true },
  };

  static texts = { 409: 'acts.not-now' };

  render() {
    const { kind, reason } = this;
    return html`<form class="form" @submit=${this.#save} @input=${this.#typed}>
      <h2>${t(`acts.${kind}-title`, { what: this.about })}</h2>
      <p class="soft">${t(`acts.${kind}-text`)}</p>
      ${reasonFields(this, { typed: reason, read: kind !== 'decline' })}
      ${kind === 'decline' ? nothing : preview(t(`acts.reads-${kind}`, { reason: wording(reason) || '…' }))}
      ${this.trouble('reason', 'reason.en', 'reason.zh-CN')}
      <p class="buttons">
        <button class=${kind === 'cancel' ? 'go danger' : 'go'} data-action="save-act" ?disabled=${this.busy}>
          ${t(`acts.${kind}-go`)}
        </button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('acts.back')}</button>
      </p>
    </form>`;
  }

  #typed = ({ currentTarget }) => {
    this.reason = reasonOf(Object.fromEntries(new FormData(currentTarget)));
  };

  #save = async (event) => {
    submitted(event);
    if (await this.attempt(() => this.act(this.reason))) {
      this.done(true);
    }
  };
}

customElements.define('act-with-reason', ActWithReason);
