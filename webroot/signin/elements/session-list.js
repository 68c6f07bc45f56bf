import { html, nothing } from 'lit';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { ago, inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { endOtherSessions, endSession, sessions } from '../requests.js';

/** Where one is signed in, this browser first; any other can be signed out from here. */
class SessionList extends FormElement {
  #list = new Listing(this, 'sessions', sessions);

  render() {
    return html`${this.#list.show((items) => this.#sessions(items), nothing)} ${this.trouble()}`;
  }

  #sessions(items) {
    const others = items.filter(({ current }) => !current);
    return html`<ul class="rows">
        ${[...items.filter(({ current }) => current), ...others].map((session) => this.#session(session))}
      </ul>
      ${others.length > 1
        ? html`<p>
            <button
              class="quiet"
              data-action="end-others"
              ?disabled=${this.busy}
              @click=${() => this.#endOthers(others.length)}
            >
              ${t('sessions.end-others')}
            </button>
          </p>`
        : nothing}`;
  }

  reload() {
    return this.#list.reload();
  }

  #session({ id, device, address, seenAt, createdAt, expiresAt, current }) {
    return html`<li data-session=${id}>
      <p class="row-main">
        <b>${device || t('sessions.device-unknown')}</b>
        ${current ? html`<span class="chip ok">${t('sessions.this')}</span>` : nothing}
        <span class="soft">${address}</span>
        <span class="soft row-line">
          ${current
            ? nothing
            : html`<span title=${inFull(seenAt)}>${t('sessions.seen', { ago: ago(seenAt) })}</span> · `}
          ${t('sessions.times', { since: when(createdAt), until: when(expiresAt) })}
        </span>
      </p>
      ${current
        ? nothing
        : html`<button class="quiet" data-action="end" ?disabled=${this.busy} @click=${() => this.#end(id)}>
            ${t('sessions.end')}<span class="visually-hidden"> ${device}</span>
          </button>`}
    </li>`;
  }

  #end(id) {
    this.#do(() => endSession(id));
  }

  async #endOthers(count) {
    const question = {
      title: t('sessions.end-others'),
      text: t('sessions.end-others-text', { count }),
      go: t('sessions.end-others'),
    };
    if (await confirmed(question)) {
      this.#do(endOtherSessions);
    }
  }

  async #do(action) {
    if (await this.attempt(action)) {
      await this.#list.reload();
    }
  }
}

customElements.define('session-list', SessionList);
