import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { unsubscribe, unsubscribing } from '../requests.js';

/** “No more of these”, for whoever came by a link in a mail; nothing changes until they say so. */
class UnsubscribePage extends FormElement {
  static properties = { token: {}, topics: { state: true }, ended: { state: true } };
  static texts = { 404: 'unsubscribe.unknown' };

  firstUpdated() {
    this.attempt(async () => (this.topics = (await unsubscribing(this.token)).topics));
  }

  render() {
    return html`<section class="notice" aria-labelledby="unsubscribe">
      <div class="notice-panes" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
      <h1 id="unsubscribe">${t(this.ended ? 'unsubscribe.ended' : 'unsubscribe.title')}</h1>
      ${this.topics ? this.#about() : nothing} ${this.trouble()}
      <p role="status">${this.ended ? t('unsubscribe.ended-text') : ''}</p>
      <p class="buttons">
        ${this.topics && !this.ended
          ? html`<button class="go" data-action="unsubscribe" ?disabled=${this.busy} @click=${this.#end}>
              ${t('unsubscribe.go')}
            </button>`
          : nothing}
        <a class="quiet" href="/notices/choices">${t('unsubscribe.choices')}</a>
      </p>
    </section>`;
  }

  #about() {
    return html`<ul class="unsubscribe-topics">
      ${this.topics.map((topic) => html`<li>${t(`topic.${topic}`)}</li>`)}
    </ul>`;
  }

  async #end() {
    this.ended = await this.attempt(() => unsubscribe(this.token));
  }
}

customElements.define('unsubscribe-page', UnsubscribePage);
