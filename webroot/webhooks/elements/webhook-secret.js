import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import '../../base/elements/secret-once.js';

/** What an endpoint's messages are signed with, once; `done` when it was taken. */
class WebhookSecret extends LightElement {
  static properties = { made: { attribute: false } };

  render() {
    return html`<h2>${t('webhooks.secret-shown', this.made)}</h2>
      <secret-once
        .secret=${this.made.secret}
        .label=${t('webhooks.secret-label')}
        .note=${t('webhooks.secret-note')}
      ></secret-once>
      <p class="buttons">
        <button class="go" data-action="close" @click=${this.#close}>${t('close')}</button>
      </p>`;
  }

  #close = () => this.dispatchEvent(new CustomEvent('done'));
}

customElements.define('webhook-secret', WebhookSecret);
