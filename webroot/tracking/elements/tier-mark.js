import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { named } from '../reading/sentences.js';

/** A company's tier, as quietly as it can be said. */
class TierMark extends LightElement {
  static properties = { tier: {} };

  render() {
    return this.tier && this.tier !== 'standard'
      ? html`<span
        class="tier"
        data-tier=${this.tier}
        title=${t('tier')}
      ><span class="tier-name">${named('tier', this.tier)}</span></span>`
      : nothing;
  }
}

customElements.define('tier-mark', TierMark);
