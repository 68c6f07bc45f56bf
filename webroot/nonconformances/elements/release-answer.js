import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { confirmRelease, refuseRelease } from '../requests.js';

/** A release that somebody asked for: another person agrees, or says why it stays held. */
class ReleaseAnswer extends FormElement {
  static properties = {
    asked: { attribute: false },
    page: { attribute: false },
    me: { attribute: false },
    decides: { attribute: false },
    refusing: { state: true },
  };
  static texts = { 409: 'release.second', 412: 'problem-change.changed' };

  #key = newKey();

  render() {
    const { by, reason, at, things, codes } = this.asked;
    return html`<div class="release-asked" role="group" aria-label=${t('contain.release')}>
      <p><strong>${t('release.asked', { by, count: things, at: when(at) })}</strong>
        ${reason ?? t('release.narrowed')}</p>
      <p class="soft">${codes.join(t('comma'))}${things > codes.length ? t('release.more') : ''}</p>
      ${this.#deeds()} ${this.trouble('reason')}
    </div>`;
  }

  #deeds() {
    const { me, decides, asked, busy } = this;
    if (!decides) {
      return nothing;
    }
    if (this.refusing) {
      return this.#refusal();
    }
    return html`<p class="buttons">
      ${asked.by === me.name
        ? html`<span class="soft">${t('release.second')}</span>`
        : html`<button class="go" data-action="confirm-release" ?disabled=${busy} @click=${this.#confirm}>
            ${t('release.confirm')}
          </button>`}
      <button class="quiet" data-action="refuse-release" @click=${() => (this.refusing = true)}>
        ${t('release.refuse')}
      </button>
    </p>`;
  }

  #refusal() {
    return html`<form class="form" novalidate @submit=${this.#refuse} @input=${() => (this.#key = newKey())}>
      <div class="entry">
        <label for="refuse-reason">${t('release.why-held')}</label>
        <textarea id="refuse-reason" name="reason" maxlength="1000" required></textarea>
        <p class="trouble" role="alert">${this.wrong('reason') ?? ''}</p>
      </div>
      <p class="buttons">
        <button class="go" data-action="refuse-now" ?disabled=${this.busy}>${t('release.refuse')}</button>
        <button type="button" class="quiet" @click=${() => (this.refusing = false)}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #confirm = () => this.attempt(() => confirmRelease(this.page));

  #refuse = async (event) => {
    const { reason } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    (await this.attempt(() => refuseRelease(this.page.number, reason, this.#key))) && (this.refusing = false);
  };
}

customElements.define('release-answer', ReleaseAnswer);
