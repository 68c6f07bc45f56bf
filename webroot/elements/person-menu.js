import { html, nothing } from 'lit';
import { signOut } from '../api/client.js';
import { t } from '../i18n/words.js';
import { choices } from '../reading/access.js';
import { LightElement } from './light-element.js';
import './company-switch.js';
import './drop-menu.js';

/** Who is looking: their account, the company they look for, and the way out. */
class PersonMenu extends LightElement {
  static properties = { me: { attribute: false }, current: {} };

  render() {
    return html`<drop-menu name="person" label=${this.me.name} ?here=${this.current === 'account'} .content=${() => this.#content()}></drop-menu>`;
  }

  #content() {
    const { me } = this;
    return html`<p class="menu-head"><b>${me.name}</b> <span class="soft">${me.company?.name ?? t(`role.${me.role}`)}</span></p>
      ${choices(me).length > 0
        ? html`<div class="menu-part"><p class="soft">${t('company.title')}</p><company-switch .me=${me}></company-switch></div>`
        : nothing}
      <a href="/account" aria-current=${this.current === 'account' ? 'page' : nothing}>${t('nav.account')}</a>
      <button data-action="sign-out" @click=${this.#leave}>${t('sign-out')}</button>`;
  }

  async #leave() {
    await signOut();
    location.assign('/');
  }
}

customElements.define('person-menu', PersonMenu);
