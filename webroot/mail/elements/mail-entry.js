import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { linkIn, mailState } from '../reading/mail.js';
import { tryAgain } from '../requests.js';
import '../../base/elements/copy-button.js';

const CHIP = { sent: 'ok', failed: 'bad', 'set-aside': 'bad' };

/** One mail: where it is, what it says; raises `tried` when it was set aside and is tried once more. */
class MailEntry extends FormElement {
  static properties = { mail: { attribute: false } };

  render() {
    const { to, subject, text, createdAt, sentAt } = this.mail;
    const state = mailState(this.mail);
    const link = linkIn(text);
    return html`<details class="disclosure letter" data-state=${state}>
      <summary>
        <span class="row-main"><b>${subject}</b> <span class="soft row-line">${t('outbox.to', { to })}</span></span>
        <span class="row-end">
          <time class="soft" datetime=${createdAt} title=${inFull(createdAt)}>${when(createdAt)}</time>
          <span class="chip ${CHIP[state] ?? ''}">${t(`outbox.state.${state}`)}</span>
        </span>
      </summary>
      ${sentAt ? html`<p class="soft">${t('outbox.sent-at', { at: when(sentAt) })}</p>` : nothing}
      ${this.#refused(state)}
      ${text ? html`<pre class="letter-text" tabindex="0" aria-label=${subject}>${text}</pre>` : nothing}
      ${link ? html`<p><copy-button .text=${link} label=${t('outbox.copy-link')}></copy-button></p>` : nothing}
    </details>`;
  }

  #refused(state) {
    const { error, nextAttemptAt } = this.mail;
    if (state === 'set-aside') {
      return html`<p class="trouble">${error ? t('outbox.refused', { error }) : t('outbox.refused-unsaid')}</p>
        <p class="buttons">
          <button class="quiet" data-action="try-again" ?disabled=${this.busy} @click=${this.#tryAgain}>
            ${t('outbox.try-again')}
          </button>
        </p>
        ${this.trouble()}`;
    }
    return error && nextAttemptAt
      ? html`<p class="trouble">${t('outbox.error', { error })}</p>
          <p class="soft">${t('outbox.next', { at: when(nextAttemptAt) })}</p>`
      : nothing;
  }

  async #tryAgain() {
    if (await this.attempt(() => tryAgain(this.mail.id))) {
      this.dispatchEvent(new CustomEvent('tried'));
    }
  }
}

customElements.define('mail-entry', MailEntry);
