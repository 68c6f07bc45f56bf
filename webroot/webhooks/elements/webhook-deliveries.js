import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { messages } from '../requests.js';
import './replay-form.js';
import './webhook-delivery.js';

const STATES = ['', 'waiting', 'delivered', 'set-aside'];

/** What an endpoint was told, the newest first; raises `changed` where it is told again. */
class WebhookDeliveries extends LightElement {
  static properties = { webhook: { attribute: false }, state: { state: true } };

  #list = new Listing(this, 'messages', (after) => messages(this.webhook.id, this.state || undefined, after));

  willUpdate(changed) {
    if (changed.has('webhook') && changed.get('webhook')) {
      this.#list.reload();
    }
  }

  firstUpdated() {
    this.querySelector('h2').scrollIntoView({ block: 'nearest' });
  }

  render() {
    return html`<section class="manage" aria-labelledby="deliveries">
      <div class="head">
        <h2 id="deliveries">${t('webhooks.deliveries-of', this.webhook)}</h2>
        <p class="buttons">
          <button class="quiet" data-action="reload" @click=${() => this.#list.reload()}>
            ${t('webhooks.reload')}
          </button>
          <button class="quiet" data-action="replay" @click=${this.#replay}>${t('webhooks.replay')}</button>
        </p>
      </div>
      <p class="soft">${t('webhooks.deliveries-about')}</p>
      ${selection({
        name: 'state',
        label: t('webhooks.filter'),
        options: STATES.map((state) => [state, t(`webhooks.filter.${state || 'all'}`)]),
        chosen: this.state ?? '',
        change: this.#filter,
      })}
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${repeat(
            items,
            ({ number }) => number,
            (one) => html`<li data-message=${one.id}>
              <webhook-delivery .webhook=${this.webhook.id} .message=${one} @tried=${() => this.#list.reload()}>
              </webhook-delivery>
            </li>`,
          )}
        </ul>`,
        t('webhooks.no-deliveries'),
      )}
    </section>`;
  }

  #filter = ({ target }) => {
    this.state = target.value;
    this.#list.reload();
  };

  #replay = async () => {
    const form = Object.assign(document.createElement('replay-form'), { webhook: this.webhook });
    if (await inDialog(form, t('webhooks.replay'))) {
      this.dispatchEvent(new CustomEvent('changed'));
    }
  };
}

customElements.define('webhook-deliveries', WebhookDeliveries);
