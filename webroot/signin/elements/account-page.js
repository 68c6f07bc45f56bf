import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { contributions } from '../../base/places.js';
import { can, choices } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import '../../base/elements/company-switch.js';
import { isReached } from '../reading/reach.js';
import './own-introduction.js';
import './own-preferences.js';
import './password-change.js';
import './second-factor.js';
import './session-list.js';

/** Who one is here, and with what one comes in. */
class AccountPage extends LightElement {
  static properties = { me: { attribute: false } };

  render() {
    const { me } = this;
    return html`<section class="manage" aria-labelledby="account">
      <div class="lead">
        <h1 id="account">${me.name}</h1>
        <p class="soft">
          ${[me.email, t(`role.${me.role}`), me.company?.name].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div class="columns">
        <div class="column">
          <section class="card" aria-labelledby="sessions">
            <h2 id="sessions">${t('sessions.title')}</h2>
            <session-list></session-list>
          </section>
        </div>
        <div class="column">
          ${can(me, 'people.manage') && !isReached(me.email)
            ? html`<section class="card" aria-labelledby="introduction">
                <h2 id="introduction">${t('introduction.title')}</h2>
                <p class="soft">${t('introduction.text')}</p>
                <own-introduction .me=${me} @done=${({ detail }) => this.#reads(detail)}></own-introduction>
              </section>`
            : nothing}
          ${choices(me).length > 0
            ? html`<section class="card" aria-labelledby="companies">
                <h2 id="companies">${t('company.title')}</h2>
                <p class="soft">${t('company.text')}</p>
                <company-switch .me=${me}></company-switch>
              </section>`
            : nothing}
          ${can(me, 'account.password')
            ? html`<section class="card" aria-labelledby="password-title">
                <h2 id="password-title">${t('password')}</h2>
                <password-change .me=${me} @done=${() => this.#now({ hasPassword: true })}></password-change>
              </section>`
            : nothing}
          <section class="card" aria-labelledby="preferences">
            <h2 id="preferences">${t('preferences.title')}</h2>
            <own-preferences .me=${me} @done=${({ detail }) => this.#reads(detail)}></own-preferences>
          </section>
          ${contributions('account', { me })}
          <section class="card" aria-labelledby="second-factor">
            <h2 id="second-factor">${t('second-factor.title')}</h2>
            <second-factor .me=${me} @done=${({ detail }) => this.#now({ secondFactor: detail })}></second-factor>
          </section>
        </div>
      </div>
    </section>`;
  }

  #reads(me) {
    this.me = me;
    this.dispatchEvent(new CustomEvent('me', { detail: me }));
  }

  #now(change) {
    this.me = { ...this.me, ...change };
    this.querySelector('session-list').reload(); // The others have ended.
  }
}

customElements.define('account-page', AccountPage);
