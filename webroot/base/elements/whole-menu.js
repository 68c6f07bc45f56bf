import { html, nothing } from 'lit';
import { t } from '../words.js';
import { LightElement } from './light-element.js';
import { link } from './menu-link.js';
import './drop-menu.js';
import './language-switch.js';
import './person-items.js';

const PARTS = ['main', 'care', 'manage'];

/** On a phone: all that the bar has no room for, behind one button. */
class WholeMenu extends LightElement {
  static properties = {
    me: { attribute: false },
    /** The pages that are open to them. */
    pages: { attribute: false },
  };

  render() {
    return html`<drop-menu name="whole" label=${t('nav.menu')} .content=${() => this.#content()}></drop-menu>`;
  }

  #content() {
    return html`<nav aria-label=${t('nav.label')}>${PARTS.map((group) => this.#part(group))}</nav>
      <person-items .me=${this.me} .pages=${this.#pages('own')}></person-items>
      <language-switch .me=${this.me}></language-switch>`;
  }

  #part(group) {
    const pages = this.#pages(group);
    return pages.length > 0
      ? html`${group === 'main' ? nothing : html`<p class="menu-title" id="menu-${group}">${t(`nav.${group}`)}</p>`}
          <ul aria-labelledby=${group === 'main' ? nothing : `menu-${group}`}>
            ${pages.map((page) => html`<li>${link(page, this.me)}</li>`)}
          </ul>`
      : nothing;
  }

  #pages(part) {
    return this.pages.filter(({ group }) => group === part);
  }
}

customElements.define('whole-menu', WholeMenu);
