import { html, nothing } from 'lit';
import { t } from '../i18n/words.js';
import { isStaff, manages } from '../reading/access.js';
import { LightElement } from './light-element.js';
import './drop-menu.js';
import './language-switch.js';
import './live-indicator.js';
import './person-menu.js';

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
        ${this.me ? html`<person-menu .me=${this.me} current=${this.current}></person-menu>` : nothing}
      </header>
    `;
  }

  #nav() {
    const managed = manages(this.me);
    return html`<nav aria-label=${t('nav.label')}>
      ${isStaff(this.me) ? this.#link('board', '/board') : nothing} ${this.#link('orders', '/orders')}
      ${managed.length > 0
        ? html`<drop-menu
            name="manage"
            label=${t('nav.manage')}
            ?here=${managed.includes(this.current)}
            .content=${() => html`<ul>${managed.map((name) => html`<li>${this.#link(name, `/${name}`)}</li>`)}</ul>`}
          ></drop-menu>`
        : nothing}
    </nav>`;
  }

  #link(name, href) {
    return html`<a href=${href} aria-current=${this.current === name ? 'page' : nothing}>${t(`nav.${name}`)}</a>`;
  }
}

customElements.define('site-header', SiteHeader);
