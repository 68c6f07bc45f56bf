import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import { arranged, narrowed } from '../reading/occasion.js';
import './invitation-row.js';

/**
 * What the viewer is invited to, live; nothing where that is nothing. With `about`, a kind, a number and the same of
 * its series where it is a date of one, only that, or the series where the date is as it says.
 */
class OwnInvitations extends LightElement {
  static properties = { about: { attribute: false }, rows: { state: true } };
  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = watchBeside('invitations', ({ page }) => (this.rows = Object.values(page?.rows ?? {})));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  render() {
    const rows = this.about ? narrowed(this.rows ?? [], this.about) : (this.rows ?? []);
    if (rows.length === 0) {
      return nothing;
    }
    return html`<section class="card invitations" aria-labelledby="invitations">
      <h2 id="invitations">${t(this.about ? 'invitations.one' : 'invitations.title')}</h2>
      ${this.about
        ? rows.map((invitation) => html`<invitation-row .invitation=${invitation} brief></invitation-row>`)
        : this.#all(rows)}
    </section>`;
  }

  #all(rows) {
    return html`<ul class="invited-rows">
      ${repeat(
        arranged(rows),
        ({ invitation }) => invitation.number,
        ({ invitation, dates }) => html`<li>
          <invitation-row .invitation=${invitation}></invitation-row>
          ${dates.length > 0 ? this.#dates(dates) : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #dates(dates) {
    return html`<details class="invited-dates">
      <summary>${t('invitations.dates', { count: dates.length })}</summary>
      <ul class="invited-rows">
        ${repeat(
          dates,
          ({ number }) => number,
          (date) => html`<li><invitation-row .invitation=${date} dated brief></invitation-row></li>`,
        )}
      </ul>
    </details>`;
  }
}

customElements.define('own-invitations', OwnInvitations);
