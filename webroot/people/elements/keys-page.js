import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { t } from '../../base/words.js';
import { keys, revokeKey } from '../requests.js';
import '../../base/elements/secret-once.js';
import './key-form.js';
import './key-rotation.js';
import './key-row.js';

/** The keys by which other programs come in. */
class KeysPage extends FormElement {
  static properties = { me: { attribute: false }, made: { state: true } };

  #list = new Listing(this, 'keys', keys);

  render() {
    return html`<section class="manage" aria-labelledby="keys">
      <div class="head">
        <h1 id="keys">${t('keys.title')}</h1>
        <button class="go" data-action="make" @click=${this.#make}>${t('keys.make')}</button>
      </div>
      <p class="soft">${t('keys.text')} <a href="/docs/api">${t('footer.api')}</a></p>
      ${this.made ? this.#secret() : nothing} ${this.trouble()}
      ${this.#list.show(
        (items) => html`<ul class="rows card">
          ${items.map((key) => html`<li data-key=${key.id}><key-row
            .key=${key}
            @rotate=${() => this.#rotate(key)}
            @revoke=${() => this.#revoke(key)}
          ></key-row></li>`)}
        </ul>`,
        t('keys.none'),
      )}
    </section>`;
  }

  #secret() {
    return html`<section class="card fresh" aria-label=${t('keys.new')}>
      <secret-once secret=${this.made.key} label=${t('keys.secret', { name: this.made.name })}></secret-once>
      <p><button
        class="quiet"
        data-action="put-away"
        @click=${() => (this.made = undefined)}
      >${t('keys.put-away')}</button></p>
    </section>`;
  }

  async #make() {
    const form = Object.assign(document.createElement('key-form'), { me: this.me });
    this.#show(await inDialog(form, t('keys.make')));
  }

  async #rotate(key) {
    const form = Object.assign(document.createElement('key-rotation'), { key, me: this.me });
    this.#show(await inDialog(form, t('keys.rotate-title', key)));
  }

  async #revoke(key) {
    const question = { title: t('keys.revoke-title', key), text: t('keys.revoke-text'), go: t('keys.revoke') };
    if ((await confirmed(question)) && (await this.attempt(() => revokeKey(key.id)))) {
      await this.#list.reload();
    }
  }

  async #show(made) {
    if (made) {
      this.made = undefined; // A new secret is a new element, which takes the focus.
      await this.updateComplete;
      this.made = made;
      await this.#list.reload();
    }
  }
}

customElements.define('keys-page', KeysPage);
