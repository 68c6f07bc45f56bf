import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { isClosedShort, stages } from '../reading/order.js';
import './stage-pane.js';

/** The window of one line: a row of panes, one a stage. */
class StageWindow extends LightElement {
  static properties = {
    page: { attribute: false },
    line: { attribute: false },
    stale: { attribute: false },
    frozen: { attribute: false },
    label: {},
  };

  render() {
    const { line } = this;
    const all = stages(line);
    if (all.length === 0) {
      return html`<p class="empty">${t('window.empty')}</p>`;
    }
    return html`<ol class="panes" aria-label=${this.label || t('window.label')}>
      ${repeat(
        all,
        (stage) => stage.code,
        (stage) => html`<li
          data-stage=${stage.code}
          data-state=${stage.state}
          aria-current=${this.#isCurrent(stage) ? 'step' : nothing}
        >
          <stage-pane
            .page=${this.page}
            .line=${line.number}
            .code=${stage.code}
            .stage=${line.stages[stage.code]}
            .quantity=${line.quantity}
            .unit=${line.unit}
            .left=${line.left}
            .stale=${this.stale}
            .frozen=${this.frozen}
            .closed=${isClosedShort(line)}
          ></stage-pane>
        </li>`,
      )}
    </ol>`;
  }

  #isCurrent(stage) {
    return !this.frozen && this.line.state === 'in-production' && stage.code === this.line.stage;
  }
}

customElements.define('stage-window', StageWindow);
