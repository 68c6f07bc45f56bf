import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { pace, span } from '../reading/occasion.js';

/** What somebody is asked to: when, where, how often, about what. */
class OccasionFacts extends LightElement {
  static properties = { occasion: { attribute: false } };

  render() {
    const { start, place, rule, summary, isDateOfSeries } = this.occasion;
    const { room, video } = place;
    return html`<p class="occasion-when"><time datetime=${start}>${span(this.occasion)}</time></p>
      ${rule ? html`<p class="soft">${pace(rule)}</p>` : nothing}
      ${isDateOfSeries ? html`<p class="soft">${t('invitation.one-date')}</p>` : nothing}
      ${room ? html`<p class="occasion-place">${room}</p>` : nothing}
      ${video
        ? html`<p><a href=${video} target="_blank" rel="noopener noreferrer">${t('invitation.video')}</a></p>`
        : nothing}
      ${summary ? html`<p class="occasion-summary">${summary}</p>` : nothing}`;
  }
}

customElements.define('occasion-facts', OccasionFacts);
