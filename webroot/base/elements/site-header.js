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

/** From so many pages of one kind on, they stand behind a button. */
const FEW = 3;

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
    return html`<nav aria-label=${t('nav.label')}>
      ${this.#links('main')} ${this.#gathered('care', FEW)} ${this.#gathered('manage', 1)}
    </nav>`;
  }

  #links(group) {
    return this.#pages(group).map((page) => link(page, this.me));
  }

  /** Behind one button, where there are so many that the bar would be too long. */
  #gathered(group, many) {
    const pages = this.#pages(group);
    return pages.length < many
      ? this.#links(group)
      : html`<drop-menu
          name=${group}
          label=${t(`nav.${group}`)}
          ?here=${pages.some(isHere)}
          .content=${() => html`<ul>${pages.map((page) => html`<li>${link(page, this.me)}</li>`)}</ul>`}
        ></drop-menu>`;
  }
}

customElements.define('site-header', SiteHeader);
