import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { standing } from '../reading/pieces.js';
import { oneClaim } from '../requests.js';

/** Beside a message that is a claim: how its piece is covered, and what was decided. */
class ClaimCard extends LightElement {
  static properties = {
    number: { attribute: false },
    decides: { attribute: false },
    claim: { state: true },
    deciding: { state: true },
  };

  willUpdate(changed) {
    changed.has('number') && this.#load();
  }

  /** A message about a piece that is nobody's claim, or not the reader's any more, shows nothing here. */
  async #load() {
    this.claim = await oneClaim(this.number).catch(() => undefined);
  }

  render() {
    if (!this.claim) {
      return nothing;
    }
    const { decision, cover, covered, madeAt, about } = this.claim;
    const { text, look } = standing(this.claim);
    return html`<section class="card claim-card" aria-labelledby="claim">
      <div class="head">
        <h2 id="claim">${t(`claim.of-${about}`, { day: day(madeAt) })}</h2>
        <span class="chip ${look}">${text}</span>
      </div>
      <p>${t(covered ? 'claim.was-covered' : 'claim.was-not-covered')}
        ${cover.until ? t('claim.now-until', { date: date(cover.until) }) : nothing}</p>
      ${decision ? html`<p>${decision.reason}</p>` : nothing}
      ${!decision && this.decides ? this.#decide() : nothing}
    </section>`;
  }

  #decide() {
    return this.deciding
      ? html`<claim-decision .claim=${this.claim} @done=${this.#decided}></claim-decision>`
      : html`<p class="buttons">
          <button class="go" data-action="decide" @click=${this.#open}>${t('claim.decide')}</button>
        </p>`;
  }

  #open = async () => {
    await import('./claim-decision.js');
    this.deciding = true;
  };

  #decided = ({ detail }) => {
    this.deciding = false;
    this.claim = detail ?? this.claim;
  };
}

customElements.define('claim-card', ClaimCard);
