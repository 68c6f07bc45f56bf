import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import './invitation-row.js';

/** What the viewer is invited to, live; nothing where that is nothing. */
class OwnInvitations extends LightElement {
  static properties = { rows: { state: true } };
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
    if (!this.rows?.length) {
      return nothing;
    }
    const soonest = this.rows.toSorted((one, other) => one.occasion.start.localeCompare(other.occasion.start));
    return html`<section class="card invitations" aria-labelledby="invitations">
      <h2 id="invitations">${t('invitations.title')}</h2>
      <ul class="invited-rows">
        ${repeat(
          soonest,
          ({ number }) => number,
          (invitation) => html`<li><invitation-row .invitation=${invitation}></invitation-row></li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('own-invitations', OwnInvitations);
