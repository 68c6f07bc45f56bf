import { html, nothing } from 'lit';
import { has, t } from '../words.js';
import { LightElement } from './light-element.js';

/** A company's tier, as quietly as it can be said. */
class TierMark extends LightElement {
  static properties = { tier: {} };

  render() {
    return this.tier && this.tier !== 'standard'
      ? html`<span
        class="tier"
        data-tier=${this.tier}
        title=${t('tier')}
      ><span class="tier-name">${has(`tier.${this.tier}`) ? t(`tier.${this.tier}`) : this.tier}</span></span>`
      : nothing;
  }
}

customElements.define('tier-mark', TierMark);
