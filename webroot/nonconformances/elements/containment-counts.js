import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { difference, isNothing, staysHeld, sums } from '../reading/nonconformances.js';

/** How much a containment reaches, by where it is; with the difference to before, where there is one. */
class ContainmentCounts extends LightElement {
  static properties = { counts: { attribute: false } };

  render() {
    const { counts } = this;
    return html`<dl class="contain-sums">
        ${sums(counts).map(({ name, text, more = [] }) => html`<div data-sum=${name}>
          <dt>${t(`contain.sum-${name}`)}</dt>
          <dd>${text}${more.length > 0 ? html`<small class="soft">${more.join(t('comma'))}</small>` : nothing}</dd>
        </div>`)}
      </dl>
      ${counts.added && !(isNothing(counts.added) && isNothing(counts.cleared))
        ? html`<p>${t('contain.difference', { difference: difference(counts) })}</p>`
        : nothing}
      ${staysHeld(counts) ? html`<p>${staysHeld(counts)}</p>` : nothing}`;
  }
}

customElements.define('containment-counts', ContainmentCounts);
