import { html, nothing } from 'lit';
import { contributions } from '../places.js';
import { openTo } from '../reading/access.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';
import { isHere, link } from './menu-link.js';
import { Narrow } from './narrow.js';
import './drop-menu.js';
import './language-switch.js';
import './live-indicator.js';
import './person-menu.js';
import './whole-menu.js';

/** The bar on top: whose window this is, where to go, whether it is live, and who is looking. */
class SiteHeader extends LightElement {
  static properties = {
    me: { attribute: false },
    connection: { attribute: false },
    heardAt: { attribute: false },
    /** The pages that the menu may name, as the server lists them. */
    menu: { attribute: false },
    /** Whose window this is, for those who look through a glass link and have no name here. */
    manufacturer: {},
  };

  #narrow = new Narrow(this);

  render() {
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      <header class="bar">
        <a class="brand" href=${this.me ? '/' : nothing}>
          <span class="brand-mark" aria-hidden="true"></span>
          <span class="brand-name">${this.me?.manufacturer ?? this.manufacturer ?? 'Vitrine'}</span>
        </a>
        ${this.me && !this.#narrow.now ? this.#nav() : html`<span class="grow"></span>`}
        ${this.connection
          ? html`<live-indicator .connection=${this.connection} .heardAt=${this.heardAt}></live-indicator>`
          : nothing}
        ${this.me ? contributions('bar', { me: this.me }) : nothing}
        ${this.me && this.#narrow.now
          ? html`<whole-menu .me=${this.me} .pages=${this.#open()}></whole-menu>`
          : this.#personal()}
      </header>
    `;
  }

  #personal() {
    return html`<language-switch .me=${this.me}></language-switch>
      ${this.me ? html`<person-menu .me=${this.me} .pages=${this.#pages('own')}></person-menu>` : nothing}`;
  }

  /** The pages that are open to whoever looks. */
  #open() {
    return openTo(this.me, this.menu ?? []);
  }

  #pages(part) {
    return this.#open().filter(({ group }) => group === part);
  }

  #nav() {
    const managed = this.#pages('manage');
    return html`<nav aria-label=${t('nav.label')}>
      ${this.#pages('main').map((page) => link(page, this.me))}
      ${managed.length > 0
        ? html`<drop-menu
            name="manage"
            label=${t('nav.manage')}
            ?here=${managed.some(isHere)}
            .content=${() => html`<ul>${managed.map((page) => html`<li>${link(page, this.me)}</li>`)}</ul>`}
          ></drop-menu>`
        : nothing}
    </nav>`;
  }
}

customElements.define('site-header', SiteHeader);
