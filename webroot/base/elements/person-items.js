import { html, nothing } from 'lit';
import { later } from '../later.js';
import { choices } from '../reading/access.js';
import { signOut } from '../requests.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';
import { link } from './menu-link.js';

/** What belongs to whoever looks: their account, the company they look for, and the way out. */
class PersonItems extends LightElement {
  static properties = { me: { attribute: false }, pages: { attribute: false } };

  render() {
    const { me } = this;
    return html`<p class="menu-head">
        <b>${me.name}</b> <span class="soft">${me.company?.name ?? t(`role.${me.role}`)}</span>
      </p>
      ${choices(me).length > 0
        ? html`<div class="menu-part">
            <p class="soft">${t('company.title')}</p>
            <company-switch .me=${me}></company-switch>
          </div>`
        : nothing}
      ${this.pages.map((page) => link(page, me))}
      <button data-action="sign-out" @click=${this.#leave}>${t('sign-out')}</button>`;
  }

  firstUpdated() {
    choices(this.me).length > 0 && later(() => import('./company-switch.js')); // Most look for one company only.
  }

  async #leave() {
    await signOut();
    location.assign('/');
  }
}

customElements.define('person-items', PersonItems);
