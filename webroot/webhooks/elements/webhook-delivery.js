import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { cameTo, lookOf } from '../reading/tries.js';
import { message, tryAgain } from '../requests.js';

/** One message: what came of each try, and what was sent; raises `tried` when it is to be tried again. */
class WebhookDelivery extends FormElement {
  static properties = { webhook: { type: Number }, message: { attribute: false }, whole: { state: true } };

  willUpdate(changed) {
    if (changed.has('message') && this.whole) {
      this.#read();
    }
  }

  render() {
    const { id, type, saidAt, state, last, nextTry } = this.message;
    return html`<details class="disclosure delivery" data-state=${state} @toggle=${this.#read}>
        <summary>
          <span class="row-main">
            <b>${t(`webhook-type.${type}`)}</b> <code class="row-line soft">${id}</code>
          </span>
          <span class="row-end">
            <time class="soft" datetime=${saidAt} title=${inFull(saidAt)}>${when(saidAt)}</time>
            <span class="chip ${lookOf(this.message)}">${t(`webhooks.message.${state}`)}</span>
          </span>
        </summary>
        ${last ? html`<p>${cameTo(last)}</p>` : nothing}
        ${nextTry ? html`<p class="soft">${t('webhooks.next-try', { at: when(nextTry) })}</p>` : nothing}
        ${this.whole ? this.#whole(this.whole) : nothing}
        <p class="buttons">
          <button class="quiet" data-action="try-again" ?disabled=${this.busy} @click=${this.#tryAgain}>
            ${t('webhooks.try-again')}<span class="visually-hidden">${t('colon')}${id}</span>
          </button>
        </p>
      </details>
      ${this.trouble()}`;
  }

  #whole({ tries, body }) {
    return html`<ol class="delivery-tries">
        ${tries.map(
          (one) => html`<li>
            <time datetime=${one.at} title=${inFull(one.at)}>${when(one.at)}</time>
            ${cameTo(one)} <span class="soft">${t('webhooks.took', { millis: one.tookMillis })}</span>
            ${one.excerpt ? shown(one.excerpt, t('webhooks.answer')) : nothing}
          </li>`,
        )}
      </ol>
      ${shown(JSON.stringify(JSON.parse(body), null, 2), t('webhooks.sent'))}`;
  }

  #read = () => {
    if (this.querySelector('details')?.open) {
      this.attempt(async () => (this.whole = await message(this.webhook, this.message.number)));
    }
  };

  #tryAgain = async () => {
    if (await this.attempt(() => tryAgain(this.webhook, this.message.number))) {
      this.dispatchEvent(new CustomEvent('tried'));
    }
  };
}

const shown = (text, label) => html`<pre class="delivery-text" tabindex="0" aria-label=${label}>${text}</pre>`;

customElements.define('webhook-delivery', WebhookDelivery);
