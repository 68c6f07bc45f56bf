import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import { BELL } from './bell.js';

const MOST_SHOWN = 99;

/** The way to one's notices, with how many are unread. */
class NoticeBell extends LightElement {
  static properties = { unread: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = watchBeside('notices/unread', ({ page }) => (this.unread = page?.unread));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    const count = this.unread ?? 0;
    return html`<a
      class="bell"
      href="/notices"
      aria-label=${count > 0 ? t('notices.bell-unread', { count }) : t('notices.title')}
      aria-current=${location.pathname === '/notices' ? 'page' : nothing}
    >
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${BELL}</svg>
      ${count > 0
        ? html`<span class="bell-count" aria-hidden="true">${count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>`
        : nothing}
    </a>`;
  }
}

customElements.define('notice-bell', NoticeBell);
