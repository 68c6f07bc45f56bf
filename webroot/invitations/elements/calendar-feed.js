import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { feed, renewFeed, stopFeed } from '../requests.js';
import '../../base/elements/secret-once.js';

/** The address by which one's own calendar subscribes to what one is invited to. */
class CalendarFeed extends FormElement {
  static properties = { madeAt: { state: true }, address: { state: true }, stopped: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.madeAt = (await feed()).madeAt));
  }

  render() {
    return html`<section class="card" aria-labelledby="feed">
      <h2 id="feed">${t('feed.title')}</h2>
      <p class="soft">${t('feed.text')}</p>
      ${this.madeAt && !this.address ? html`<p>${t('feed.since', { at: when(this.madeAt) })}</p>` : nothing}
      ${this.address ? html`<secret-once .secret=${this.address} .label=${t('feed.label')}></secret-once>` : nothing}
      <p class="buttons">
        <button class="quiet" data-action="renew-feed" ?disabled=${this.busy} @click=${this.#renew}>
          ${t(this.madeAt ? 'feed.renew' : 'feed.make')}
        </button>
        ${this.madeAt
          ? html`<button class="quiet" data-action="stop-feed" ?disabled=${this.busy} @click=${this.#stop}>
              ${t('feed.stop')}
            </button>`
          : nothing}
      </p>
      <p role="status">${this.stopped ? t('feed.stopped') : ''}</p>
      ${this.trouble()}
    </section>`;
  }

  #renew = () =>
    this.attempt(async () => {
      this.stopped = false;
      this.address = (await renewFeed()).address;
      this.madeAt = new Date().toISOString();
    });

  #stop = () =>
    this.attempt(async () => {
      await stopFeed();
      this.address = this.madeAt = undefined;
      this.stopped = true;
    });
}

customElements.define('calendar-feed', CalendarFeed);
