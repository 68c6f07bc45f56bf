import { html, nothing } from 'lit';
import { signOut } from '../api/client.js';
import { t } from '../i18n/words.js';
import { LightElement } from './light-element.js';
import './language-switch.js';
import './live-indicator.js';

/** The bar on top: whose window this is, where to go, whether it is live, and who is looking. */
class SiteHeader extends LightElement {
  static properties = {
    me: { attribute: false },
    connection: { attribute: false },
    heardAt: { attribute: false },
    current: {},
    /** Whose window this is, for those who look through a glass link and have no name here. */
    manufacturer: {},
  };

  render() {
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      <header class="bar">
        <a class="brand" href=${this.me ? '/' : nothing}>
          <span class="brand-mark" aria-hidden="true"></span>${this.me?.manufacturer ?? this.manufacturer ?? 'Vitrine'}
        </a>
        ${this.me ? this.#nav() : html`<span class="grow"></span>`}
        ${this.connection
          ? html`<live-indicator .connection=${this.connection} .heardAt=${this.heardAt}></live-indicator>`
          : nothing}
        <language-switch></language-switch>
        ${this.me ? this.#person() : nothing}
      </header>
    `;
  }

  #nav() {
    return html`<nav aria-label=${t('nav.label')}>
      ${this.me.company ? nothing : this.#link('board', '/board')} ${this.#link('orders', '/orders')}
    </nav>`;
  }

  #link(name, href) {
    return html`<a href=${href} aria-current=${this.current === name ? 'page' : nothing}>${t(`nav.${name}`)}</a>`;
  }

  #person() {
    return html`<span class="person">
      <span class="person-name">${this.me.name}</span>
      <button class="quiet" data-action="sign-out" @click=${this.#leave}>${t('sign-out')}</button>
    </span>`;
  }

  async #leave() {
    await signOut();
    location.assign('/');
  }
}

customElements.define('site-header', SiteHeader);
