import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { coverState } from '../reading/cover.js';

/** How a piece is covered: until when, what of it, and where to go. */
class ShownCover extends LightElement {
  static properties = { cover: { attribute: false } };

  render() {
    const { product, until, months, parts, covers, claimsAt } = this.cover;
    const state = coverState(this.cover);
    const named = { day: until && date(until, 'long'), count: months };
    return html`<article class="card cover-shown" data-state=${state}>
      <h2>${wording(product)}</h2>
      <p class="cover-until">
        <span class="chip ${state === 'covered' ? 'ok' : ''}">${t(`cover.state.${state}`)}</span>
        <b>${t(`cover.${state}`, named)}</b>
      </p>
      ${parts.length > 0
        ? html`<h3>${t('cover.parts')}</h3>
            <ul>
              ${parts.map((one) => html`<li>${t('cover.part', { part: one.part, day: date(one.until, 'long') })}</li>`)}
            </ul>`
        : nothing}
      <h3>${t('cover.covers')}</h3>
      <p class="cover-text">${covers ? wording(covers) : t('cover.covers-unsaid')}</p>
      <h3>${t('cover.claims-at')}</h3>
      <p class="cover-text">${claimsAt ? wording(claimsAt) : t('cover.claims-at-unsaid')}</p>
    </article>`;
  }
}

customElements.define('shown-cover', ShownCover);
