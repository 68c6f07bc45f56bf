import { html } from 'lit';
import { timeZone } from '../format.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';

/** The quiet line at the end: whose clock the times are on, and where the API is described. */
class SiteFooter extends LightElement {
  render() {
    return html`<footer class="foot">
      <span>${t('footer.zone', { zone: timeZone() })}</span>
      <a href="/docs/api">${t('footer.api')}</a>
    </footer>`;
  }
}

customElements.define('site-footer', SiteFooter);
