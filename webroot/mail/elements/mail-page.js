import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { linkIn, mailState } from '../reading/mail.js';
import { mails } from '../requests.js';
import '../../base/elements/copy-button.js';

const CHIP = { sent: 'ok', failed: 'bad', waiting: '' };

/** What goes out by mail; where no mail server is set up, the place to find the links. */
class MailPage extends LightElement {
  #list = new Listing(this, 'mails', mails);

  render() {
    const { configured } = this.#list.answer;
    return html`<section class="manage" aria-labelledby="mail">
      <div class="head">
        <h1 id="mail">${t('outbox.title')}</h1>
        <button
          class="quiet"
          data-action="reload"
          ?disabled=${this.#list.isLoading}
          @click=${() => this.#list.reload()}
        >${t('outbox.reload')}</button>
      </div>
      ${configured === false
        ? html`<div
          class="hint-box"
          data-about="no-mail"
        ><h2>${t('outbox.not-configured')}</h2><p>${t('outbox.not-configured-text')}</p></div>`
        : html`<p class="soft">${t('outbox.text')}</p>`}
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${repeat(items, ({ id }) => id, (mail) => this.#mail(mail, configured))}
        </ul>`,
        t('outbox.none'),
      )}
    </section>`;
  }

  #mail(mail, configured) {
    const { id, to, subject, text, createdAt, sentAt, error } = mail;
    const state = mailState(mail);
    const link = linkIn(text);
    return html`<li data-mail=${id} data-state=${state}>
      <details class="disclosure letter">
        <summary>
          <span class="row-main"><b>${subject}</b> <span class="soft row-line">${t('outbox.to', { to })}</span></span>
          <span class="row-end">
            <time class="soft" datetime=${createdAt} title=${inFull(createdAt)}>${when(createdAt)}</time>
            ${configured === false && state === 'waiting'
              ? html`<span class="chip">${t('outbox.state.kept')}</span>`
              : html`<span class="chip ${CHIP[state]}">${t(`outbox.state.${state}`)}</span>`}
          </span>
        </summary>
        ${sentAt ? html`<p class="soft">${t('outbox.sent-at', { at: when(sentAt) })}</p>` : nothing}
        ${error ? html`<p class="trouble">${t('outbox.error', { error })}</p>` : nothing}
        ${text ? html`<pre class="letter-text" tabindex="0" aria-label=${subject}>${text}</pre>` : nothing}
        ${link ? html`<p><copy-button .text=${link} label=${t('outbox.copy-link')}></copy-button></p>` : nothing}
      </details>
    </li>`;
  }
}

customElements.define('mail-page', MailPage);
