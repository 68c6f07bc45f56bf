import { html, nothing } from 'lit';
import { makeGlassLink } from '../api/client.js';
import { day } from '../i18n/format.js';
import { t } from '../i18n/words.js';
import { LightElement } from './light-element.js';

const DAYS = 30;

/** Makes a glass link, shown once: a secret that opens this page, and only this page, for a while. */
class ShareLink extends LightElement {
  static properties = {
    number: {},
    link: { state: true },
    copied: { state: true },
    failed: { state: true },
  };

  render() {
    return html`<section class="card share" aria-labelledby="share">
      <h2 id="share">${t('share.title')}</h2>
      <p class="soft">${t('share.text', { count: DAYS })}</p>
      ${this.link
        ? this.#made()
        : html`<p><button class="go" data-action="share" @click=${this.#make}>${t('share.make')}</button></p>`}
      <p role="alert">${this.failed ?? ''}</p>
    </section>`;
  }

  #made() {
    return html`<label class="field">
        <span>${t('share.link')}</span>
        <input readonly name="glass-link" .value=${this.link.url} @focus=${(event) => event.target.select()} />
      </label>
      <p class="buttons">
        <button class="go" data-action="copy" @click=${this.#copy}>${t(this.copied ? 'share.copied' : 'share.copy')}</button>
        ${this.link.expiresAt ? html`<span class="soft">${t('share.until', { date: day(this.link.expiresAt) })}</span>` : nothing}
      </p>`;
  }

  async #make() {
    try {
      this.failed = undefined;
      this.link = await makeGlassLink(this.number, DAYS);
      await this.updateComplete;
      this.querySelector('input').focus();
    } catch (problem) {
      this.failed = t('share.failed', { why: problem.message });
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.link.url);
      this.copied = true;
    } catch {
      this.querySelector('input').select();
    }
  }
}

customElements.define('share-link', ShareLink);
