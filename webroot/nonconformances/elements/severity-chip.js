import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { lookOf } from '../reading/nonconformances.js';

/** How bad something is, as a chip. */
class SeverityChip extends LightElement {
  static properties = { severity: {} };

  render() {
    return html`<span class="chip ${lookOf(this.severity)}">${t(`severity.${this.severity}`)}</span>`;
  }
}

customElements.define('severity-chip', SeverityChip);
