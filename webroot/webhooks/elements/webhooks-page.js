import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { ago, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { cameTo } from '../reading/tries.js';
import { changeSecret, goOn, pause, ping, removeWebhook, webhooks } from '../requests.js';
import './webhook-deliveries.js';
import './webhook-form.js';
import './webhook-secret.js';

const OVERLAP_HOURS = 24;

/** Which programs are told what happens, how each does, and what one of them was told. */
class WebhooksPage extends FormElement {
  static properties = {
    webhooks: { attribute: false },
    types: { attribute: false },
    opened: { attribute: false },
    said: { state: true },
    /** Whether what is said is that a test did not arrive. */
    missed: { state: true },
  };

  render() {
    return html`<section class="manage" aria-labelledby="webhooks">
        <div class="head">
          <h1 id="webhooks">${t('webhooks.title')}</h1>
          <button class="go" data-action="add" @click=${this.#add}>${t('webhooks.add')}</button>
        </div>
        <p class="soft">${t('webhooks.about')} <a href="/docs/api#webhooks">${t('webhooks.to-docs')}</a></p>
        <p role="status" class=${this.missed ? 'trouble' : 'said'}>${this.said ?? ''}</p>
        ${this.trouble()}
        ${this.webhooks.length === 0
          ? html`<p class="empty">${t('webhooks.none')}</p>`
          : html`<ul class="rows card">
              ${this.webhooks.map((one) => html`<li data-webhook=${one.name}>${this.#row(one)}</li>`)}
            </ul>`}
      </section>
      ${this.opened
        ? html`<webhook-deliveries .webhook=${this.opened} @changed=${this.#reload}></webhook-deliveries>`
        : nothing}`;
  }

  #row(one) {
    const { pausedAt } = one.state;
    return html`<div class="row webhook-row">
      <p class="row-main">
        <strong>${one.name}</strong>
        <span class="row-line soft">${one.url}</span>
        <span class="row-line soft">${one.company ?? t('webhooks.house')} · ${one.types.join(t('webhooks.and'))}</span>
      </p>
      <p class="row-main">${this.#state(one.state)}</p>
      <p class="buttons">
        ${this.#button(one, 'deliveries', () => (this.opened = one))}
        ${this.#button(one, 'ping', () => this.#ping(one))}
        ${pausedAt
          ? this.#button(one, 'go-on', () => this.#after('webhooks.goes-on', one, () => goOn(one.id)), 'go')
          : this.#button(one, 'pause', () => this.#after('webhooks.paused', one, () => pause(one.id)))}
        ${this.#button(one, 'change', () => this.#change(one))}
        ${this.#button(one, 'secret', () => this.#changeSecret(one))}
        ${this.#button(one, 'remove', () => this.#remove(one))}
      </p>
    </div>`;
  }

  #state({ pausedAt, pausedWhy, failingSince, deliveredAt, waiting, setAside, replaying }) {
    const look = pausedAt || failingSince ? 'bad' : deliveredAt ? 'ok' : '';
    const said = pausedAt
      ? t(`webhooks.state.${pausedWhy}`, { at: when(pausedAt) })
      : failingSince
        ? t('webhooks.state.failing-since', { ago: ago(failingSince) })
        : deliveredAt
          ? t('webhooks.state.delivered', { ago: ago(deliveredAt) })
          : t('webhooks.state.new');
    return html`<span class="chip ${look}">${said}</span>
      ${waiting ? html`<span class="row-line soft">${t('webhooks.waiting', { count: waiting })}</span>` : nothing}
      ${setAside ? html`<span class="row-line soft">${t('webhooks.set-aside', { count: setAside })}</span>` : nothing}
      ${replaying ? html`<span class="row-line soft">${t('webhooks.replaying')}</span>` : nothing}`;
  }

  #button({ name }, action, act, look = 'quiet') {
    return html`<button class=${look} data-action=${action} ?disabled=${this.busy} @click=${act}>
      ${t(`webhooks.${action}`)}<span class="visually-hidden">${t('colon')}${name}</span>
    </button>`;
  }

  #add = async () => {
    const form = Object.assign(document.createElement('webhook-form'), { types: this.types });
    await this.#told('webhooks.saved', await inDialog(form, t('webhooks.add')));
  };

  async #change(webhook) {
    const form = Object.assign(document.createElement('webhook-form'), { types: this.types, webhook });
    const saved = await inDialog(form, t('webhooks.change-title'));
    saved && (await this.#after('webhooks.saved', saved, () => {}));
  }

  async #changeSecret(webhook) {
    const question = { title: t('webhooks.secret-title', webhook), text: t('webhooks.secret-text') };
    if (await confirmed({ ...question, go: t('webhooks.secret') })) {
      let made;
      await this.attempt(async () => (made = await changeSecret(webhook.id, OVERLAP_HOURS)));
      await this.#told('webhooks.secret-changed', made);
    }
  }

  /** A secret is shown now and never again. */
  async #told(said, made) {
    if (made) {
      const shown = Object.assign(document.createElement('webhook-secret'), { made });
      await inDialog(shown, t('webhooks.secret-shown', made));
      await this.#after(said, made, () => {});
    }
  }

  #ping = (webhook) =>
    this.attempt(async () => {
      const { message } = await ping(webhook.id);
      this.said = t('webhooks.pinged', { name: webhook.name, said: cameTo(message.last) });
      this.missed = message.state !== 'delivered';
      await this.#read(webhook);
    });

  async #remove(webhook) {
    const question = { title: t('webhooks.remove-title', webhook), text: t('webhooks.remove-text') };
    if (await confirmed({ ...question, go: t('webhooks.remove') })) {
      await this.#after('webhooks.removed', webhook, () => removeWebhook(webhook.id));
    }
  }

  #after = (said, webhook, act) =>
    this.attempt(async () => {
      await act();
      await this.#read(this.opened);
      this.said = t(said, webhook);
      this.missed = false;
    });

  #reload = () => this.attempt(() => this.#read(this.opened));

  async #read(opened) {
    this.webhooks = (await webhooks()).webhooks;
    this.opened = this.webhooks.find(({ id }) => id === opened?.id);
  }
}

customElements.define('webhooks-page', WebhooksPage);
