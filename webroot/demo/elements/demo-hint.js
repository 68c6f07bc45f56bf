import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { badges } from '../requests.js';

/** What a newcomer at a station of the demo cannot know: a badge, its PIN, and where there are codes to scan. */
class DemoHint extends LightElement {
  static properties = { operator: { attribute: false }, badges: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.badges = await badges();
    } catch {
      this.badges = undefined; // Without a network nobody new comes in.
    }
  }

  render() {
    const [first] = this.badges ?? [];
    return first
      ? html`<p class="soft">
          ${t('demo.hint')} ${this.operator ? t('demo.hint-codes') : t('demo.hint-badge', first)}
          <a href="/demo" target="_blank">${t('demo.to-floor')}</a>
        </p>`
      : nothing;
  }
}

customElements.define('demo-hint', DemoHint);
