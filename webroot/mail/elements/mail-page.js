import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { mails } from '../requests.js';
import './mail-entry.js';

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
          ${repeat(
            items,
            ({ id }) => id,
            (mail) => html`<li data-mail=${mail.id}>
              <mail-entry .mail=${mail} @tried=${() => this.#list.reload()}></mail-entry>
            </li>`,
          )}
        </ul>`,
        t('outbox.none'),
      )}
    </section>`;
  }
}

customElements.define('mail-page', MailPage);
